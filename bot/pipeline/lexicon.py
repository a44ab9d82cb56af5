"""Word lists about people and bodies: given names, titles, roles, organisation words. English, German, French."""

from __future__ import annotations

from bot.pipeline.text import word_set

# Given names common in the news of English-, German- and French-speaking countries and among people they
# write about. They tell a person from a place and give a hint of gender; nothing fails without them.
MALE = word_set(
    "Aaron Abdul Abdullah Abraham Adam Ahmed Alan Albert Alejandro Alessandro Alexander Alexandre Alfred Ali "
    "Allan Allen Alok Alvin Amit Anders Andre André Andreas Andrei Andrew Andy Anthony Antonio António Antony "
    "Arjun Arnold Arthur Arvind Asa Axel Barack Barry Bart Ben Benedict Benjamin Bernard Bernd Bernie Bert "
    "Bill Billy Björn Bob Bobby Boris Brad Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Calvin "
    "Carl Carlos Cédric Charles Charlie Chester Christian Christoph Christophe Christopher Chuck Clarence "
    "Clark Claudio Clay Clayton Clemens Cliff Clint Clinton Clyde Cody Colin Connor Corey Cory Craig Curt "
    "Curtis Cyril Daniel Danny Darren Darrell Dario Dave David Dean Demis Dennis Denis Derek Devin Dick "
    "Didier Dieter Dinesh Dirk Dmitri Dmitry Dominic Dominik Don Donald Doug Douglas Drew Dwight Earl Ed "
    "Eddie Edgar Edmund Eduardo Edward Edwin Elijah Elliot Elon Emmanuel Enrico Eric Erich Erik Ernest Ernst "
    "Ethan Étienne Eugene Evan Fabian Felipe Felix Fernando Florian Francis Francisco François Frank Frans "
    "Franz Fred Frederick Frédéric Friedrich Gabriel Garrett Gary Gavin Geert Gene Geoff Geoffrey George "
    "Gerald Gérald Gerard Gerhard Giorgio Giovanni Giuseppe Glen Glenn Gordon Graham Grant Greg Gregg Gregory "
    "Guido Guillaume Gus Guy Hans Harold Harry Harvey Hassan Heath Heiko Heinrich Helmut Henri Henrik Henry "
    "Herbert Herman Herschel Hiroshi Holger Horst Howard Hubert Hubertus Hugh Hugo Hunter Hussein Ian Ibrahim "
    "Igor Ilya Imran Ivan Jack Jacob Jacques Jaime Jake Jakob James Jared Jason Javier Jay Jeb Jed Jeff "
    "Jeffrey Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joachim Joaquin Jochen Joe Joel Joerg Jörg Johan Johann "
    "Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Joseph Josh Joshua Josep Juan Julian "
    "Julien Jürgen Justin Karim Karl Keir Keith Kelvin Ken Kenneth Kent Kevin Khalid Kim-Jong Kirk Klaus "
    "Konrad Kurt Kyle Lance Larry Lars Laurent Lawrence Len Leo Leon Leonard Leonardo Leroy Les Lester Lewis "
    "Liam Lloyd Lorenzo Lothar Lou Louis Luc Luca Lucas Luciano Luis Luiz Lukas Luke Lutz Lyndon Magnus "
    "Malcolm Manfred Manuel Marc Marcel Marco Marcus Marcos Mario Mark Markus Marshall Martin Marvin Mathias "
    "Matt Matteo Matthew Matthias Maurice Maximilian Maxime Max Mehmet Michael Michal Michel Miguel Mike "
    "Mikhail Miles Milton Mitch Mitt Mohamed Mohammad Mohammed Morris Moses Muhammad Murray Nate Nathan "
    "Nathaniel Narendra Neal Ned Neil Nelson Newt Nicholas Nick Nicolas Nigel Niklas Nils Noah Norbert Norman "
    "Olaf Oliver Olivier Omar Orrin Oscar Oskar Otto Owen Pablo Pascal Patrick Paul Paulo Pavel Pedro Per "
    "Pete Peter Phil Philip Philipp Philippe Phillip Pierre Pieter Piotr Preston Quentin Rahul Rainer Rajeev "
    "Ralf Ralph Ramon Rand Randall Randy Raphael Raul Ray Raymond Reed Reid Reince Rene René Ricardo Richard "
    "Rick Ricky Rishi Rob Robert Roberto Rod Rodney Roger Rohit Roland Rolf Roman Ron Ronald Ross Roy Rudolf "
    "Rudy Rupert Russ Russell Ryan Salman Samir Samuel Sander Sanjay Satya Scott Sean Sebastian Sébastien "
    "Sergei Sergey Sergio Seth Shaun Shane Shawn Sheldon Sherrod Sid Simon Stan Stanley Stefan Stefano "
    "Stéphane Stephen Steve Steven Stewart Stuart Sundar Sven Ted Terrence Thad Theodore Thierry Thomas "
    "Thorsten Till Tim Timothy Tobias Todd Tom Tomas Tommy Tony Torsten Travis Trent Trevor Tristan Tucker "
    "Tyler Ulrich Uwe Valdis Vern Vernon Victor Viktor Vince Vincent Vivek Vladimir Volker Volodymyr Wade "
    "Wallace Walter Warren Wayne Wendell Werner Wes Wesley Wilbur Will William Willie Winston Wolfgang "
    "Woodrow Xavier Xi Yann Yannick Yoshua Yusuf Yves Zac Zach Zachary Zack "
    "Alain Alastair Alfie Alistair Alvaro Andrés Angus Anil Anton Archie Arnaud Ashwini Babatunde Bastien Benoît "
    "Bjorn Caleb Callum Ciaran Clive Conor Darragh Declan Deepak Desmond Detlef Diego Dylan Emeka Emil Emilio "
    "Eoin Euan Ewan Fabrice Faisal Fergus Finn Freddie Gareth Gaël Geoff Gilles Gonzalo Günter Hamish Hervé "
    "Ignacio Ingo Isaiah Jamal Jarrod Jesper Jurgen Konstantin Lachlan Lionel Loïc Mahmoud Manoj Mateo Mathieu "
    "Mikkel Mohit Moritz Mustafa Niall Nikhil Nitin Padraig Piyush Rafael Rajesh Ramesh Raphaël Rashid Rasmus "
    "Ravi Rhys Rory Rémi Seamus Sipho Soren Suresh Sylvain Tariq Thabo Theo Thibault Théo Uhuru Vijay Vikram "
    "Walid Wilfred Youssef "
    "Abhishek Abubakar Agus Airlangga Akhilesh Akin Aminu Anies Anutin Anwar Azhar Bahlil Bambang Bosun Budi Chinedu "
    "Eko Eliud Fahmi Femi Gobind Gopal Hardeep Harpreet Hasan Irfan Jitin Joko Kashifu Kashim Kiran Kwame Luhut Manish "
    "Mwangi Nadiem Nasir Nezar Nitish Njuguna Obinna Olusegun Pankaj Prabowo Prakash Rafizi Rakesh Ridwan Rizki Sachin "
    "Sanjeev Sani Saurabh Shashi Shuaib Srettha Sulaiman Syed Tarun Teodoro Thein Tunde Uche Umar Usman Vinod Wahyu "
    "Zulkifli "
    "Achim Adrien Ambroise Antoine Antonin Armand Armin Arne Arno Aurélien Baptiste Barthélemy Bastian Benedikt "
    "Benno Bernhard Berthold Bertrand Bijan Bixente Bodo Brice Burkhard Carsten Cem Claus Clément Cornelius Cyrille "
    "Damien Detlev Dimitri Eckhard Edouard Eduard Ekkehard Erhard Erwan Erwin Etienne Eugen Eugène Ewald Fabien "
    "Falko Ferdinand Fernand Florent Franck Frederik Fritz Félix Gaspard Gauthier Gaëtan Geoffroy Georg Georges "
    "Gerd Germain Gernot Gero Gilbert Gildas Gottfried Gregor Grégoire Grégory Gunnar Gustav Gustave Gérard Gökay "
    "Götz Günther Hakan Harald Hartmut Heinz Hendrik Henning Hermann Hugues Joël Jules Jérémie Jérémy Jérôme "
    "Karsten Kaspar Loïg Lucien Ludovic Ludwig Léo Léon Malte Matthieu Mehdi Mickaël Mounir Muhanad Niklas Ole Omid "
    "Patrice Rachid Reiner Reinhard Reinhold Renaud Rodolphe Rodrigue Romain Ruben Régis Rémy Rüdiger Serge "
    "Siegfried Siegmund Sofiane Stanislas Steffen Stephan Süleyman Tanguy Theodor Thibaut Tilman Timo Timothée Udo "
    "Ugo Ulf Ulli Valentin Valéry Vasili Veit Virgile Wendelin Wilfried Wilhelm Willi Winfried Wolfram Xaver Yvan "
    "Édouard Éric Özcan"
)
FEMALE = word_set(
    "Abby Abigail Billie Ada Adele Adriana Agnes Aisha Alexandra Alexandria Alexis Alice Alicia Alison "
    "Allison Alma Alyssa Amanda Amber Amelia Amélie Amy Ana Anastasia Angela Angelina Angie Anika Anita Anja "
    "Anke Ann Anna Annalena Anne Annegret Annette Annie Antje Antonia Ariana Arlene Astrid Aurélie Aurore "
    "Ayanna Barbara Beate Beatrice Becky Bella Berit Bernadette Beth Bethany Betsy Bettina Betty Beverly "
    "Birgit Bonnie Brenda Brianna Bridget Brigitte Brooke Camille Candace Candice Carla Carly Carmen Carol "
    "Carole Caroline Carolyn Carrie Cassandra Catherine Cathy Cecilia Céline Charlotte Chelsea Cheryl Chloe "
    "Chloé Christa Christiane Christie Christina Christine Cindy Claire Clara Clarissa Claudia Colleen "
    "Condoleezza Connie Constance Corinna Cornelia Courtney Cristina Crystal Cynthia Daniela Danielle Daphne "
    "Darlene Dawn Deb Debbie Deborah Debra Delphine Denise Diana Diane Dianne Donna Dora Doris Dorothea "
    "Dorothy Ebony Edith Eileen Elaine Eleanor Elena Elisabeth Elise Elisa Eliza Elizabeth Ella Ellen Elle "
    "Elsa Elvira Emily Emma Erica Erika Erin Esther Ethel Eugenia Eva Eve Evelyn Faith Fatima Fiona Florence "
    "Frances Francesca Françoise Franziska Frauke Gabriela Gabrielle Gail Geneviève Georgia Geraldine Gina "
    "Ginni Giorgia Gisela Gita Gitta Glenda Gloria Grace Greta Gretchen Gwen Gwendolyn Hannah Hannelore "
    "Harriet Heather Heidi Heike Helen Helena Hélène Helga Henna Hilary Hillary Hope Huma Ilhan Ilse Ina Ines "
    "Inge Ingrid Irene Iris Irina Isabel Isabella Isabelle Ivanka Jacqueline Jamila Jana Jane Janet Janice "
    "Janine Jasmine Jean-Marie Jeanine Jeanne Jeannette Jen Jenna Jennie Jennifer Jenny Jessica Jill Jillian "
    "Joan Joana Joanna Joanne Jocelyn Jodie Johanna Joni Josephine Joy Joyce Juanita Judith Judy Julia "
    "Juliana Julie Juliette June Justine Kamala Karen Karin Karine Karoline Kate Kath Katharina Katherine "
    "Kathleen Kathryn Kathy Katie Katja Katrin Katrina Kayleigh Keisha Kellyanne Kelli Kendra Kerry-Ann "
    "Kerstin Kimberly Kira Kirsten Kristen Kristi Kristin Kristina Krysten Lara Latoya Laura Lauren Laurie "
    "Lea Leah Leila Lena Lily Linda Lina Lisa Liz Loretta Lori Lorraine Louise Lucia Lucie Lucille Lucy Luise "
    "Lydia Lynne Mackenzie Madeleine Madeline Maggie Maia Manuela Mara Marcia Margaret Margarethe Margaux "
    "Margot Margrethe Marguerite Maria María Marianne Marie Marietje Marilyn Marina Marine Marisa Marjorie "
    "Marsha Martha Martina Mary Maryam Maureen Maxine Maya Meg Megan Meghan Melanie Melania Melinda Melissa "
    "Meredith Meta-Maria Mia Michaela Michelle Mildred Mina Miranda Mira Miriam Molly Mona Monica Monika "
    "Monique Muriel Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Neera Nicole Nikki Nina Nora Norma "
    "Olga Olivia Oprah Paige Pam Pamela Patricia Patti Patty Paula Pauline Peggy Penelope Penny Petra Phyllis "
    "Pia Pramila Priscilla Priti Priya Rachel Ramona Rana Rebecca Regina Renate Renee Rhonda Rita Roberta "
    "Rochelle Rosa Rosalind Rosalynn Rose Roseanne Rosemary Roxana Roya Ruth Sabine Sabrina Sadie Sally "
    "Samantha Sandra Sara Sarah Saskia Sharon Sheila Shelley Shelly Sherry Shirley Sigrid Silke Silvia Simone "
    "Sofia Sonia Sonja Sophia Sophie Stacey Stefanie Stella Stephanie Sue Suella Susan Susana Susanne Suzanne "
    "Svenja Sylvia Sylvie Tamara Tammy Tanja Tanya Tara Tatjana Teresa Terri Thea Theresa Therese Tiffany "
    "Tina Tonya Tracey Tulsi Ulrike Uma Ursula Valerie Valérie Vanessa Vera Verena Veronica Véronique Vicki "
    "Vickie Vicky Victoria Viola Virginia Virginie Vivian Wanda Wendy Wilma Yasmin Yolanda Yvette Yvonne Zoe "
    "Zoë Zoé "
    "Adaeze Agnès Alessandra Amina Ananya Anjali Annika Aoife Bea Bronwyn Camila Caoimhe Carys Chiamaka Chiara "
    "Clémentine Corinne Cécile Deirdre Edna Eilidh Elke Elsie Fernanda Freja Freya Halima Henrietta Ilaria Imogen "
    "Inès Josie Kathrin Kavita Khadija Kirsty Klara Laure Layla Leonie Lucía Léa Mabel Maeve Mamata Manon Mariana "
    "Mathilda Mathilde Mette Mhairi Millie Morag Najat Neha Niamh Nirmala Nomsa Noura Odile Orla Paola Phoebe "
    "Amaka Ayu Azalina Deepika Dewi Divya Droupadi Folake Ifeoma Kavitha Lakshmi Maimuna Mamta Meenakshi Meutya "
    "Nandini Ngozi Nur Nurul Paetongtarn Preeti Puan Rahayu Rekha Retno Siti Swati Temitope Wavinya Yemi Zaliha "
    "Pilar Pooja Rachida Rhiannon Roisin Sandrine Saoirse Shreya Sinead Siobhan Smriti Sofía Sunita Sushma "
    "Ségolène Tessa Thandi Ute Valentina Wangari Wanjiru Wiebke Winifred Ximena Yaël Zahra Zainab Zara Élodie "
    "Adeline Adrienne Adèle Agathe Agnieszka Alexia Aline Amandine Anaïs Andréa Angèle Anneke Annick Ariane Arlette "
    "Aude Audrey Axelle Aydan Aïcha Beatrix Britta Bärbel Béatrice Bénédicte Bérangère Canan Cansu Carme Carola "
    "Carolin Chantal Christel Christelle Chrysoula Clarisse Claudine Clotilde Clémence Colette Coralie Cyrielle "
    "Dagmar Danièle Derya Dilara Donata Dorothee Déborah Elvan Emeline Emilia Emmanuelle Estelle Eugénie Evelyne "
    "Fabienne Fadila Fanny Farida Felicitas Filiz Friederike Frédérique Gabriele Gerda Gesine Ghislaine Ginette "
    "Gisèle Gudrun Hanna Helene Henriette Hildegard Hortense Héloïse Ilka Irmgard Irène Janina Josette Josiane "
    "Joséphine Joëlle Jutta Karima Karla Katarina Laetitia Lamya Laëtitia Leni Leïla Lise Louisa Ludivine Luisa "
    "Lydie Magali Maike Maja Mareike Margarete Margit Marlene Martine Maryse Maud Mechthild Meike Merle Micheline "
    "Michèle Mireille Misbah Morgane Myriam Mélanie Mélissa Nadja Nadège Natascha Nathalie Naïma Noémie Océane "
    "Odette Ophélie Pascale Patrizia Perrine Prisca Raphaëlle Rasha Reem Regine Renée Ricarda Ronja Roselyne "
    "Rosemarie Rosine Régine Samia Sawsan Schahina Serap Sibylle Sina Solène Soraya Stéphanie Sybille Séverine "
    "Tabea Tatiana Thérèse Tilda Uta Veronika Violaine Viviane Yasmine Ève Édith Élisa Élisabeth Élise Éloïse "
    "Émilie"
)
EITHER = word_set(
    "Lee Kim Robin Leslie Dana Jordan Morgan Pat Jamie Jean Alex Chris Sam Andrea Nicola Laurence Lindsay "
    "Lindsey Shannon Terry Jan Kay Sasha Adrian Val Jo Jody Lynn Taylor Sidney Marion Claude Jackie Robbie "
    "Micah Kai Kerry Casey Kelly Tracy Whitney Ashley Cameron Dominique Jessie Stacy Gale Aubrey Alexa Ashton "
    "Avery Blake Casey Cameron Carey Dale Dominique Drew Frankie Gayle Hayden Jessie Kelly Kerry Kris Lane "
    "Lindsey Loren Marlo Meta Pat Peyton Quinn Reese Riley Robbie Rowan Sidney Skylar Sydney Taylor Tal Tory "
    "Val Wei Yi Yoshi Kiran Noor Min Jun Hyun Ming Jia Ying Xin Yan Hua Jin Lin Chi Anh Minh Ngozi Chidi Kofi "
    "Kwame Ade Ayo Tunde Olu "
    # two first names, written without full stops
    "JD JB JJ JP JT JK AJ BJ TJ PJ RJ KJ MJ KT BR DY PV AR RN SK RK VK NK"
)
GIVEN = MALE | FEMALE | EITHER

# Courtesy titles: dropped from the name, a hint of gender.
HE_TITLES = word_set("Mr Shri Sir Lord Viscount Earl Herr M Monsieur King Prince Father")
SHE_TITLES = word_set("Mrs Ms Miss Smt Mme Mlle Madame Frau Lady Dame Baroness Viscountess Countess Queen Princess")
COURTESY = (
    HE_TITLES
    | SHE_TITLES
    | word_set("Dr Prof Mx Me Datuk Dato Datin Tun Seri Engr Alhaji Hajia Thiru Kumari Comrade Ustaz")
)

# Abbreviated and short offices that stand directly before a name; they are the role as written.
OFFICE = word_set(
    "Sen Sens Rep Reps Gov Govs Lt Gen Col Maj Capt Sgt Adm Cmdr Rev Hon Pres President Senator Congressman "
    "Congresswoman Representative Governor Judge Justice Mayor Councillor Councilman Councilwoman Alderman "
    "Delegate Assemblyman Assemblywoman Assemblymember Attorney Ambassador Secretary Chairman Chairwoman "
    "Chair Speaker Minister Commissioner Chancellor Premier Professor General Colonel Major Captain "
    "Lieutenant Sergeant Admiral Commander Sheriff Chief Bishop Archbishop Cardinal Pope Rabbi Imam Pastor "
    "Cllr Reverend Director Administrator Undersecretary Kanzler Kanzlerin Bundeskanzler Bundeskanzlerin Präsident "
    "Präsidentin Minister Ministerin Professorin Président Présidente Ministre"
)

# Before several names: `Senators Rob Portman and Brian Schatz`; no part of a name and no role of one person.
SEVERAL = word_set(
    "Sens Reps Govs Profs Cllrs Senators Representatives Congressmen Congresswomen Governors Mayors Judges Justices "
    "Ministers Secretaries Commissioners Professors Presidents Delegates Lawmakers Leaders Chairs Attorneys"
)

# The last word of a role: what somebody is. Lower case; compared without case and plural.
ROLE_HEADS = word_set(
    "mother father parent opponent sponsor secretary president vice-president minister senator congressman "
    "congresswoman representative lawmaker governor mayor judge justice chairman chairwoman chair chairperson "
    "speaker leader whip commissioner chancellor premier ambassador envoy director administrator "
    "undersecretary counsel lawyer attorney prosecutor solicitor barrister advocate general chief head "
    "officer executive founder co-founder cofounder ceo cto cfo coo owner chief-of-staff boss manager "
    "strategist consultant pollster aide adviser advisor spokesman spokeswoman spokesperson professor "
    "lecturer scholar scientist researcher economist historian analyst expert engineer fellow dean provost "
    "author writer editor reporter correspondent columnist journalist blogger commentator host anchor "
    "activist organizer organiser campaigner candidate nominee contender frontrunner front-runner hopeful "
    "delegate councillor councilman councilwoman legislator assemblyman assemblywoman assemblymember "
    "treasurer comptroller ombudsman regulator sheriff commander colonel captain lieutenant sergeant admiral "
    "detective inspector superintendent bishop archbishop cardinal pope rabbi imam pastor reverend doctor "
    "physician nurse teacher principal student veteran farmer developer investor billionaire mogul "
    "businessman businesswoman entrepreneur lobbyist partner associate member deputy mp mep lord baroness "
    "king queen prince princess peer agent star actor actress singer comedian rapper coach resident voter supporter "
    "operative democrat republican official negotiator mediator rapporteur lead coordinator secretary-general "
    "councilmember supervisor czar tsar vice-chair co-chair cochair co-director alderman magistrate clerk "
    "auditor diplomat trustee ombudswoman whistleblower ethicist futurist litigator paralegal academic philosopher "
    "sociologist psychologist psychiatrist pediatrician paediatrician "
    "surgeon radiologist physicist statistician mathematician "
    "biologist chemist linguist neuroscientist roboticist cryptographer programmer designer artist musician composer "
    "songwriter novelist poet playwright publisher photographer "
    "filmmaker producer counsellor taoiseach unionist rector "
    "banker broker specialist practitioner archivist librarian curator "
    "chief-executive technologist ministerin minister präsident präsidentin kanzler kanzlerin bundeskanzler "
    "bundeskanzlerin sprecher sprecherin abgeordneter abgeordnete chef chefin vorsitzender vorsitzende "
    "staatssekretär staatssekretärin kommissar kommissarin professor professorin expertin experte forscher "
    "forscherin leiter leiterin beauftragter beauftragte digitalminister digitalministerin "
    "wirtschaftsminister wirtschaftsministerin justizminister justizministerin innenminister innenministerin "
    "bundesminister bundesministerin datenschutzbeauftragte datenschutzbeauftragter geschäftsführer "
    "vorstand vorständin vorstandsmitglied hauptgeschäftsführer hauptgeschäftsführerin jurist juristin rechtsanwalt "
    "rechtsanwältin anwalt anwältin richter richterin wissenschaftler wissenschaftlerin informatiker informatikerin "
    "bürgermeister bürgermeisterin generalsekretär generalsekretärin referent referentin "
    "eurodéputé eurodéputée cofondateur cofondatrice pdg ambassadeur ambassadrice procureur procureure conseiller "
    "conseillère vice-présidente "
    "geschäftsführerin gründer gründerin ministre président présidente député députée sénateur sénatrice "
    "commissaire directeur directrice chercheur chercheuse professeur professeure porte-parole secrétaire "
    "défenseur défenseure délégué déléguée associé associée responsable "
    "avocat avocate rapporteur rapporteuse maire fondateur fondatrice patron patronne juge"
)
# German writes roles as one word: Digitalministerin, CDU-Politiker.
GERMAN_ROLE_ENDINGS = tuple(
    sorted(
        word_set(
            "minister ministerin politiker politikerin sprecher sprecherin präsident präsidentin chef chefin expertin "
            "experte beauftragte beauftragter kanzler kanzlerin schützer schützerin forscher forscherin rechtler "
            "rechtlerin wissenschaftler wissenschaftlerin aktivist aktivistin juristin anwalt anwältin ökonom ökonomin "
            "ethiker ethikerin philosophin informatiker informatikerin unternehmer unternehmerin gründer gründerin "
            "vertreter vertreterin senator senatorin sekretär sekretärin abgeordnete abgeordneter vorsitzende "
            "vorsitzender leiterin direktorin direktor justiziar justiziarin syndikus professor professorin kommissar "
            "kommissarin richter richterin verleger verlegerin schützerinnen berater beraterin berichterstatter "
            "berichterstatterin geschäftsführer geschäftsführerin referentin referent manager managerin experten "
            "expertinnen soziologe soziologin philosoph psychologe psychologin vorständin vorstandsmitglied "
            "vorstandschef jurist botschafter botschafterin sozialdemokrat sozialdemokratin obmann obfrau "
            "christdemokrat christdemokratin vorsteher vorsteherin verwalterin intendant intendantin rektor rektorin "
            "dekanin gewerkschafter gewerkschafterin funktionär funktionärin redakteur redakteurin autorin dozent "
            "dozentin dezernent dezernentin koordinatorin diplomatin ermittler ermittlerin verteidigerin kritikerin "
            "lobbyistin analystin strategin entwicklerin ingenieur ingenieurin künstlerin schauspieler schauspielerin "
            "schriftsteller schriftstellerin komponist komponistin regisseur regisseurin produzentin landrätin "
            "nationalrätin ständerätin gemeinderätin staatsrätin rätin"
        )
    )
)
WOMANS_ROLES = word_set(
    "spokeswoman chairwoman congresswoman councilwoman assemblywoman actress baroness queen princess "
    "businesswoman woman mother wife daughter sister grandmother widow girl lady nun ministerin präsidentin "
    "kanzlerin bundeskanzlerin sprecherin vorsitzende leiterin forscherin professorin expertin présidente "
    "députée sénatrice directrice chercheuse"
)
MANS_ROLES = word_set(
    "spokesman chairman congressman councilman assemblyman actor king prince businessman man father husband "
    "son brother grandfather widower boy gentleman priest sprecher vorsitzender präsident kanzler"
)

# Words that may stand between the start of a role and its head.
ROLE_PARTS = word_set(
    "européen européenne fédéral fédérale général générale délégué déléguée former ex then then- acting "
    "interim deputy assistant associate senior junior top chief vice co executive managing general press "
    "policy political communications campaign national state federal foreign prime attorney house senate "
    "majority minority party cabinet shadow first lead longtime veteran presidential vice-presidential "
    "gubernatorial republican democratic conservative labour liberal independent progressive tea security "
    "defense defence interior justice trade technology digital science health home finance education labor "
    "energy commerce treasury staff financial operating legal privacy research product technical marketing "
    "information data competition antitrust tech industry economy economic culture consumer innovation research "
    "employment environment climate transport agriculture cyber cybersecurity government company agency union "
    "technologies communication electronics broadcasting telecommunications railways housing planning sport tourism "
    "media skills pensions welfare youth family housing water fisheries forestry infrastructure founding outgoing "
    "incoming retired emeritus honorary regional global international corporate creative clinical medical military "
    "parliamentary permanent public special diplomatic charity "
    "adjunct visiting distinguished ranking regulatory enforcement ehemalige ehemaliger frühere früherer ancien "
    "ancienne"
)

# A name that contains one of these is a body, a place or a thing, not a person.
BODY_WORDS = word_set(
    "Department Ministry Office Agency Administration Commission Committee Council Board Bureau Court "
    "Parliament Congress Senate House Assembly Party Union University College School Institute Institution "
    "Center Centre Foundation Fund Association Society Alliance Coalition Group Company Corporation Corp Inc "
    "Ltd LLC LLP PLC GmbH AG Bank Trust Press Times Post News Journal Magazine Tribune Herald Globe Gazette "
    "Guardian Observer Telegraph Network Radio Television System Services Service Systems Technologies "
    "Technology Labs Lab Partners Capital Holdings Industries Motors Airlines Force Army Navy Guard Corps "
    "Police Forces Nations States Kingdom Republic Federation Emirates Islands Street Avenue Road Hill Park "
    "Square Tower Towers Building Hall Plaza Bridge River Lake Bay Beach Mountain Valley County City Town "
    "Village Island District Province Region Act Bill Law Treaty Agreement Accord Convention Charter "
    "Constitution Amendment Order Rule Regulation Directive Report Plan Strategy Framework Program Programme "
    "Project Initiative Summit Conference Forum Week Day Night Year Award Prize Cup League Bowl Games Church "
    "Hospital Airport Hotel Museum Library Project Action Code Security Intelligence Safety Rights Affairs "
    "Relations International Reserve Exchange Market Campaign Caucus PAC Watch Research Studies Policy Statistics "
    "Survey Poll Index Review Standard Republicans Democrats Americans Conservatives Liberals Google Microsoft "
    "Facebook Meta Apple Amazon OpenAI Anthropic Nvidia Twitter Partnership Workers Teachers Employees "
    "Commerce Chamber Authority Panel Team Task Unit Division Branch Bundestag Bundesrat Ministerium Gesetz "
    "Amt Partei Kommission Gericht Universität Verband Gesellschaft Institut Commission Conseil Assemblée "
    "Sénat Ministère Université Institut Loi Règlement Parti Autorité Comité Fondation"
)
PLACES = word_set(
    "Washington London Brussels Berlin Paris Beijing Moscow Tokyo Geneva Strasbourg Ottawa Canberra Delhi "
    "Seoul Kyiv America Britain England Scotland Wales Ireland France Germany Italy Spain Portugal Poland "
    "Austria Switzerland Belgium Netherlands Denmark Sweden Norway Finland Iceland Russia Ukraine China Japan "
    "Korea India Pakistan Israel Iran Iraq Syria Turkey Egypt Libya Nigeria Kenya Ethiopia Ghana Brazil "
    "Mexico Canada Argentina Chile Colombia Peru Venezuela Cuba Australia Zealand Singapore Taiwan Vietnam "
    "Thailand Indonesia Malaysia Philippines Afghanistan Europe Asia Africa Alabama Alaska Arizona Arkansas "
    "California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky "
    "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada "
    "Hampshire Jersey York Carolina Dakota Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont "
    "Wisconsin Wyoming Chicago Boston Philadelphia Miami Atlanta Detroit Cleveland Denver Seattle Dallas "
    "Houston Phoenix Sacramento Albany Tallahassee Manhattan Brooklyn Hollywood Silicon Capitol Pentagon "
    "Kremlin Downing Westminster Whitehall Deutschland Frankreich Europa München Hamburg Wien Zürich "
    "Bruxelles Lyon Marseille Allemagne Etats-Unis États-Unis"
)
DEMONYMS = word_set(
    "American British English Scottish Welsh Irish French German Italian Spanish Portuguese Polish Austrian "
    "Swiss Belgian Dutch Danish Swedish Norwegian Finnish Russian Ukrainian Chinese Japanese Korean Indian "
    "Pakistani Israeli Iranian Iraqi Syrian Turkish Egyptian Nigerian Kenyan Brazilian Mexican Canadian "
    "Argentine Australian European African Asian Latino Hispanic Muslim Christian Jewish Catholic Republican "
    "Democratic Democrat Conservative Labour Liberal Tory Californian Texan Taiwanese Singaporean Czech "
    "Hungarian Greek Romanian Bulgarian Estonian Latvian Lithuanian"
)
WEEKDAYS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Montag Dienstag Mittwoch Donnerstag Freitag Samstag "
    "Sonntag"
)
CALENDAR = WEEKDAYS | word_set(
    "January February March April May June July "
    "August September October November December "
    "Januar Februar März Mai Juni Juli Oktober Dezember Today Yesterday Tomorrow Christmas Easter "
    "Thanksgiving"
)
# Capitalised at the start of a sentence, never part of a name.
OPENERS = word_set(
    "The A An It Its He She They We I You This That These Those There In On At By For From With After Before "
    "During But And Or So Yet If When While As Although Though Since Because However Meanwhile Also His Her "
    "Their Our My Your What Who How Why Where Which Last Next No Not One Two Three Some Many Most Several "
    "According Despite Under Over Such Even Still Then Now Here Just Only Both Each Every Another Other "
    "Others Until Unlike Like Among Between Within Without Against About Above Asked Speaking Earlier Later "
    "Once Perhaps Instead Indeed Further Furthermore Moreover Nevertheless Finally First Second Third To Of "
    "All Any Are Is Was Were Has Have Had Do Does Did Can Could Will Would Should May Might Must Let Said "
    "Says Read More Photo Image Credit Updated Published Exclusive Watch Listen Breaking Opinion Der Die Das "
    "Ein Eine Er Sie Es Wir Im Am Bei Nach Mit Auch Doch Aber Und Wie Wenn Dass Für Von Zu Zum Zur Laut So Un "
    "Une Il Elle Ils Elles Nous Ce Cette Ces Dans En Pour Par Mais Selon Depuis Au Aux Que Qui Via Per Re Vs "
    "Gone Given Given Recent Moreover Likewise Otherwise Consequently Hence Thus Nonetheless Soon Unless "
    "Following Polls Former Late Neither Either Calls Call Anywhere Nobody Somebody Everyone Anyone Early Big Real Top "
    "Good Great Well Yes Oh Okay Please Thank Thanks Dazu Dabei Hierzu Zudem Außerdem Zuvor Danach Darauf Daraufhin "
    "Gestern Heute Später Anschließend Entsprechend Ähnlich Zugleich Gleichzeitig Deshalb Dennoch Allerdings Dagegen "
    "Zuletzt Ferner Weiter Dessen Deren Seine Ihre Ihr Sa Ses Leur Leurs Notre Votre "
    "Während Weil Obwohl Nachdem Bevor Seit Seitdem Sobald Solange Falls Damit Trotz Wegen Angesichts Aufgrund Neben "
    "Unter Über Durch Gegen Ohne Zwischen Hinter Vor Aus Auf Bereits Besonders Solche Solcher Solches Dieser Diese "
    "Dieses Jeder Jede Jedes Viele Einige Manche Mehrere Andere Beide Alle Kein Keine Schon Noch Erst Immer Mehr "
    "Weniger Insgesamt Konkret Ebenso Ebenfalls Damals Derzeit Aktuell Künftig Bislang Bisher Jetzt Nun Dort Hier "
    "Hierbei Dafür Daran Darin Darüber Davon Daher Darum Deswegen Trotzdem Jedoch Vielmehr Stattdessen Somit Folglich "
    "Schließlich Letztlich Zunächst Zuerst Denn Sondern Ob Wer Warum Wieso Welche Welcher Welches Unser Unsere Sein "
    "Seinen Seinem Seiner Ihrem Ihren Ihrer Unterdessen Indes Immerhin Tatsächlich Natürlich Offenbar Möglicherweise "
    "Lorsque Puisque Quand Comme Tandis Alors Après Avant Pendant Dès Sous Sur Sans Avec Vers Entre Parmi Malgré Outre "
    "Tout Toute Tous Toutes Chaque Aucun Aucune Certains Certaines Plusieurs Autre Autres Même Ainsi Aussi Enfin "
    "Ensuite Puis Donc Cependant Pourtant Toutefois Néanmoins Désormais Hier Demain Cet Nos Vos Quel Quelle Comment "
    "Pourquoi Combien Concernant Interrogé Interrogée Signé Signée Face Grâce Quant"
)
# Family names that stand first where Chinese and Korean names keep their order, and are seldom given names.
FAMILY_FIRST = word_set(
    "Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Shin Seo Kwon Hwang Ahn Song Yoo Hong Moon Bae Li Wang "
    "Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Zhu Ma Hu Guo Luo Gao Liang Xie Tang Feng Deng Peng Jiang Xi Mao "
    "Ding Yin Ha Han Suh Ryu Noh"
)
PARTICLES = word_set(
    "de da di do du del della der den des van von vom zu zur ter ten te la le el al bin bint ibn ben abu dos "
    "das y e af av"
)

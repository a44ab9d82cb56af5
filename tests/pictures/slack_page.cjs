// Draws surfaces (JSON of slack_page.Surface) as HTML on standard output: blocks by slack-blocks-to-jsx, frames here.
const {createElement: e, Fragment} = require('react');
const {renderToStaticMarkup} = require('react-dom/server');
const {Message} = require('slack-blocks-to-jsx');

const surfaces = JSON.parse(require('fs').readFileSync(process.argv[2]));
const square = (fill, words) => 'data:image/svg+xml,' + encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="${fill}"/>` +
  `<text x="18" y="24" font-size="15" font-family="sans-serif" fill="white" text-anchor="middle">${words}</text></svg>`);
const data = {users: [{id: 'U1ANNA', name: 'Anna'}, {id: 'U2BEN', name: 'Ben'}], channels: [], user_groups: []};

const blocks = (found) => e(Message, {
  blocks: found, logo: '', name: '', data, theme: 'light', withoutWrapper: true,
});

function message(one, key) {
  const clock = one.at ? new Date(one.at).toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'}) : '';
  const menu = one.menu && one.blocks.flatMap((block) => block.elements || []).find((part) => part.type === 'overflow');
  return e('div', {key, className: 'message' + (one.alone ? ' alone' : '')},
    e('img', {className: 'face', src: one.who ? square('#7a4fb5', one.who[0]) : square('#1f3a5f', 'AI')}),
    e('div', {className: 'said'},
      one.alone && e('div', {className: 'only'}, '👁 Only visible to you'),
      e('div', {className: 'name'}, e('b', null, one.who || 'AI Policy'), !one.who && e('i', null, 'APP'), e('span', null, clock)),
      one.text ? e('div', {className: 'typed'}, one.text) : blocks(one.blocks),
      one.edited && e('div', {className: 'edited'}, '(edited)'),
      menu && e('div', {className: 'menu'}, menu.options.map((option) => e('div', {key: option.value}, option.text.text)))));
}

function view(found) {
  if (found.type === 'home') return e('div', {className: 'home'}, blocks(found.blocks));
  return e('div', {className: 'modal'},
    e('div', {className: 'title'}, e('i', null, square && e('img', {src: square('#1f3a5f', 'AI')})), e('b', null, found.title.text), e('span', null, '✕')),
    e('div', {className: 'inside'}, blocks(found.blocks)),
    e('div', {className: 'foot'},
      found.close && e('button', null, found.close.text),
      found.submit && e('button', {className: 'go'}, found.submit.text)));
}

function thread(messages) {
  const [first, ...rest] = messages.map(message);
  return e(Fragment, null, first, e('div', {className: 'replies'}, `${rest.length} ${rest.length === 1 ? 'reply' : 'replies'}`), rest);
}

let out = '';
for (const one of surfaces) {
  const inside = one.view.type ? view(one.view) : one.thread ? thread(one.messages) : one.messages.map(message);
  const style = one.height ? ` style="max-height:${one.height}px;overflow:hidden"` : '';
  out += `<div class="box ${one.view.type || 'channel'}" id="surface-${one.name}"${style}>` +
    `${renderToStaticMarkup(e(Fragment, null, inside))}</div>`;
}
process.stdout.write(out);

// Prints Discord's request schemas as JSON Schema: made from Discord's OpenAPI by discord-api-spec, turned by zod.
// usage: node discord.mjs NODE_MODULES NAME...
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [modules, ...names] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(modules, path)).href);
const z = await load("zod/index.js");
const spec = await load("discord-api-spec/build/discord-api-spec.zod.js");
const schemas = {};
for (const name of names) {
  schemas[name] = z.toJSONSchema(spec[name + "Schema"], { unrepresentable: "any", io: "input" });
}
console.log(JSON.stringify(schemas));

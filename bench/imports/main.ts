import { readCatalogue } from "@/lib/tools/kinds/openapi/offers";
import { median } from "../lib/stats";
import { fixed, goal, printTable } from "../lib/table";

const operations = 500;
const schemas = 200;
const rounds = 5;
const limitMs = 3_000;

/** How long it takes to read a large description: parse it, follow its references, and write out its arguments. */
export async function measureImports(): Promise<void> {
  const text = JSON.stringify(largeDescription());
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const { offers } = await readCatalogue(text, null);
    times.push(performance.now() - began);
    if (offers.length !== operations) throw new Error(`${offers.length} operations were read`);
  }
  const slowest = Math.max(...times);
  printTable(
    `An OpenAPI description of ${operations} operations, ${fixed(text.length / 1024, 0)} kB`,
    ["read, median", "slowest", "goal"],
    [
      [
        `${fixed(median(times), 0)} ms`,
        `${fixed(slowest, 0)} ms`,
        goal(slowest < limitMs, `< ${limitMs} ms`),
      ],
    ],
  );
}

/** Schemas that refer to each other in circles, as those of large APIs do. */
function largeDescription() {
  const ref = (at: number) => ({ $ref: `#/components/schemas/S${at % schemas}` });
  const schemaOf = (at: number) => ({
    type: "object",
    description: `Thing ${at}. ${"It has a long description. ".repeat(5)}`,
    required: ["id"],
    properties: {
      id: { type: "string", format: "uuid" },
      count: { type: "integer", minimum: 0 },
      next: ref(at * 7 + 1),
      other: ref(at * 3 + 2),
      list: { type: "array", items: ref(at + 5) },
    },
  });
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  const pathOf = (at: number) => ({
    parameters: [id],
    get: {
      operationId: `get${at}`,
      tags: [`t${at % 20}`],
      summary: `Get ${at}`,
      responses: { 200: answer(at) },
    },
    post: {
      operationId: `post${at}`,
      tags: [`t${at % 20}`],
      requestBody: { required: true, content: { "application/json": { schema: ref(at) } } },
      responses: { 200: answer(at) },
    },
  });
  const answer = (at: number) => ({
    description: "Fine",
    content: { "application/json": { schema: ref(at) } },
  });
  return {
    openapi: "3.0.3",
    info: { title: "Large", version: "1" },
    paths: Object.fromEntries(
      Array.from({ length: operations / 2 }, (_, at) => [`/things${at}/{id}`, pathOf(at)]),
    ),
    components: {
      schemas: Object.fromEntries(Array.from({ length: schemas }, (_, at) => [`S${at}`, schemaOf(at)])),
    },
  };
}

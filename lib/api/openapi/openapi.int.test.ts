import { afterAll, beforeAll, expect, test } from "vitest";
import { endpoints } from "../endpoint-names";
import { createWorld, type World } from "../testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const get = (path: string) => world.api(new Request(`http://app.test${path}`));
const document = async () => (await get("/api/openapi.json")).json();

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
}
async function operations(): Promise<[string, Operation][]> {
  const paths: Record<string, Record<string, Operation>> = (await document()).paths;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation): [string, Operation] => [path, operation]),
  );
}

test("the document lists every endpoint of the contract", async () => {
  const names = (await operations()).map(([, { operationId }]) => operationId);
  expect(names.toSorted()).toEqual([...endpoints.keys()].toSorted());
});

test("every parameter of every path is described", async () => {
  for (const [path, { parameters }] of await operations()) {
    const described = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(described).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  }
});

test("every reference leads to a component", async () => {
  const whole = await document();
  const references = [...JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  const known = Object.keys(whole.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.length).toBeGreaterThan(100);
  for (const reference of new Set(references)) expect(known).toContain(reference);
});

test("the page loads only what this server sends", async () => {
  const response = await get("/api/docs");
  const csp = response.headers.get("content-security-policy");
  expect(csp).toContain("default-src 'none'");
  expect(csp).not.toMatch(/https?:|\*|unsafe-eval/);
  const page = await response.text();
  expect(page).not.toMatch(/https?:\/\//);
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(files).toHaveLength(4);
  for (const file of files) expect((await get(file)).status).toBe(200);
});

test.each(["swagger-ui.js.map", "package.json", "..%2fpackage.json", "constructor"])(
  "no other file of the package: %s",
  async (file) => {
    expect((await get(`/api/docs/${file}`)).status).toBe(404);
  },
);

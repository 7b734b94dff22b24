import { describe, expect, it } from "vitest";
import { readCatalogue } from "./offers";

const described = (paths: object, more: object = {}) =>
  readCatalogue(
    JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "7" }, paths, ...more }),
    null,
  );

const only = async (operation: object, more: object = {}, path = "/things") => {
  const { offers } = await described({ [path]: operation }, more);
  const [offer] = offers;
  if (!offer) throw new Error("Nothing is offered.");
  return offer;
};

describe("a description", () => {
  it("may be YAML, of 3.0, with servers relative to where it stands", async () => {
    const text = [
      "openapi: 3.0.3",
      "info: {title: Pets, version: 1.2.0}",
      "servers: [{url: '/{stage}/v1', variables: {stage: {default: live}}}]",
      "paths:",
      "  /pets/{id}:",
      "    parameters: [{name: id, in: path, required: true, schema: {type: string, nullable: true}}]",
      "    get: {operationId: getPet, summary: One pet, tags: [pets]}",
    ].join("\n");
    const catalogue = await readCatalogue(text, "https://pets.test/docs/openapi.yaml");
    expect(catalogue).toMatchObject({
      title: "Pets",
      version: "1.2.0",
      address: "https://pets.test/live/v1",
      notes: [],
    });
    expect(catalogue.offers).toMatchObject([
      {
        key: "GET /pets/{id}",
        name: "getPet",
        group: "pets",
        title: "One pet",
        contract: {
          description: "One pet",
          effect: "read",
          parameters: {
            type: "object",
            properties: { id: { type: ["string", "null"] } },
            required: ["id"],
            additionalProperties: false,
          },
        },
      },
    ]);
  });

  it.each([
    ["nothing", "", "no OpenAPI description"],
    ["a list", "[1]", "no OpenAPI description"],
    ["broken JSON", '{"openapi": ', "neither JSON nor YAML"],
    ["broken YAML", "a: [1", "neither JSON nor YAML"],
    ["Swagger", '{"swagger": "2.0"}', "Swagger 2.0"],
    ["a later version", '{"openapi": "4.0.0"}', "OpenAPI 4.0.0 is not known"],
    [
      "a reference to nothing",
      '{"openapi":"3.1.0","paths":{"/a":{"$ref":"#/components/x"}}}',
      "cannot be read",
    ],
    ["YAML that grows without end", `openapi: 3.1.0\na: &a [1,1]\n${bomb()}`, "neither JSON nor YAML"],
  ])("that is %s is refused in words", async (_, text, words) => {
    await expect(readCatalogue(text, null)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(words),
      details: { field: "document" },
    });
  });

  it("leaves out what cannot be sent, and says so", async () => {
    const upload = { requestBody: { required: true, content: { "multipart/form-data": {} } } };
    expect(await described({ "/files": { post: upload, get: {} } })).toMatchObject({
      offers: [{ key: "GET /files" }],
      notes: ["POST /files is left out: it takes multipart/form-data."],
    });
  });
});

describe("an operation", () => {
  it.each([
    ["get", "read"],
    ["head", "read"],
    ["put", "repeatable"],
    ["delete", "repeatable"],
    ["post", "act"],
    ["patch", "act"],
  ])("%s does %s", async (method, effect) => {
    expect((await only({ [method]: {} })).contract.effect).toBe(effect);
  });

  it("takes parameters of its path, its own in their place, and none that are ours to set", async () => {
    const shared = [
      { name: "lang", in: "query", schema: { type: "string" } },
      { name: "trace", in: "header", description: "An id", schema: { type: "string" } },
    ];
    const own = [
      { name: "lang", in: "query", required: true, schema: { enum: ["de", "en"] } },
      { name: "lang", in: "cookie" },
      { name: "Authorization", in: "header" },
      { name: "filter[name]", in: "query", style: "deepObject", schema: { type: "object" } },
    ];
    const { contract } = await only({ parameters: shared, get: { parameters: own } });
    expect(contract.parameters).toEqual({
      type: "object",
      properties: {
        lang: { enum: ["de", "en"] },
        trace: { type: "string", description: "An id" },
        lang_2: {},
        filter_name: { type: "object" },
      },
      required: ["lang"],
      additionalProperties: false,
    });
    expect(contract.plan).toMatchObject({
      parameters: [
        { argument: "lang", in: "query", style: "form", explode: true },
        { argument: "trace", in: "header", style: "simple", explode: false },
        { argument: "lang_2", name: "lang", in: "cookie" },
        { argument: "filter_name", name: "filter[name]", style: "deepObject" },
      ],
    });
  });

  it("takes a body, JSON before others, beside a parameter of that name", async () => {
    const content = {
      "text/plain": {},
      "application/json": { schema: { type: "array", items: { type: "integer" } } },
    };
    const { contract } = await only({
      post: {
        parameters: [{ name: "body", in: "query" }],
        requestBody: { required: true, description: "Ids", content },
      },
    });
    expect(contract.parameters).toMatchObject({
      properties: { body: {}, body_2: { type: "array", items: { type: "integer" }, description: "Ids" } },
      required: ["body_2"],
    });
    expect(contract.plan).toMatchObject({ body: { argument: "body_2", type: "application/json" } });
  });

  it("is known by the same key whatever it is called", async () => {
    expect((await only({ get: { operationId: "a" } })).key).toBe(
      (await only({ get: { operationId: "b" } })).key,
    );
  });
});

describe("references", () => {
  const body = (ref: string) => ({
    post: { requestBody: { content: { "application/json": { schema: { $ref: ref } } } } },
  });
  const schemaOf = async (ref: string, schemas: object) =>
    (await only(body(ref), { components: { schemas } })).contract.parameters.properties;

  it("are followed, and circles end as any value", async () => {
    const Node = {
      type: "object",
      properties: { name: { type: "string" }, next: { $ref: "#/components/schemas/Node" } },
    };
    expect(await schemaOf("#/components/schemas/Node", { Node })).toEqual({
      body: { type: "object", properties: { name: { type: "string" }, next: {} } },
    });
  });

  it("to other files and addresses are any value: nothing is fetched", async () => {
    expect(await schemaOf("http://127.0.0.1:1/evil.json#/a", {})).toEqual({ body: {} });
    expect(await schemaOf("/etc/passwd", {})).toEqual({ body: {} });
  });

  it("that multiply without end stay small", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => {
        const next = { $ref: `#/components/schemas/S${at + 1}` };
        return [
          `S${at}`,
          at === 39 ? { type: "string" } : { type: "object", properties: { a: next, b: next, c: next } },
        ];
      }),
    );
    const text = JSON.stringify(await schemaOf("#/components/schemas/S0", schemas));
    expect(text.length).toBeLessThan(60_000);
  });
});

function bomb(): string {
  const names = "bcdefghij".split("");
  return names
    .map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${at ? names[at - 1] : "a"}`)
          .join(",")}]`,
    )
    .join("\n");
}

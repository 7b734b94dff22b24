import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyGraph } from "@/workflows/compile/testing/random-graph";
import type { InterruptAnswer } from "@/workflows/events/interrupt";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { NodeServices } from "@/workflows/runtime/ports";
import { runInPieces, type Story } from "@/workflows/runtime/testing/in-pieces";
import { ofNodeTypes, ofShapes, ofTemplates } from "@/workflows/runtime/testing/stories";
import { ofAgents } from "@/workflows/runtime/testing/stories-of-agents";
import { ofMaps } from "@/workflows/runtime/testing/stories-of-maps";
import { ofSubgraphs } from "@/workflows/runtime/testing/stories-of-subgraphs";
import { templates } from "@/workflows/templates/registry";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { withoutIds } from "@/workflows/testing/without-ids";
import { OfflineModel } from "./support/offline-model.server";
import { inFolder, type Job, type Outcome, runProjects } from "./testing/child";
import { cornerDocuments } from "./testing/exported-stories";
import { projectsFolder, writeProject } from "./testing/write-project";
import { toCode } from "./to-code";

const noAnswer = (): InterruptAnswer => ({ answer: "none" });
const ofCorners = cornerDocuments.map(([name, document, input]): [string, Story] => [
  name,
  { document, input, services, answer: noAnswer },
]);
const ofChance = fc
  .sample(anyGraph, { numRuns: 25, seed: 3 })
  .map((document, index): [string, Story] => [
    `random graph ${index}`,
    { document, input: {}, services, answer: noAnswer },
  ]);
const stories = [
  ...ofTemplates,
  ...ofNodeTypes,
  ...ofShapes,
  ...ofSubgraphs,
  ...ofMaps,
  ...ofAgents,
  ...ofCorners,
  ...ofChance,
];
const folderOf = (index: number) => `p${index}`;

let folder: string;
let ours: Outcome[];
let theirs: Record<string, Outcome>;

beforeAll(async () => {
  folder = projectsFolder();
  ours = [];
  const jobs: Job[] = [];
  for (const [index, [, story]] of stories.entries()) {
    const { outcome, answers } = await runHere(story);
    ours.push(outcome);
    jobs.push({ name: folderOf(index), input: story.input, answers });
    writeProject(join(folder, folderOf(index)), toCode(story.document, nodeDefinitions).files);
  }
  theirs = await runProjects(folder, jobs);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("exported code", () => {
  it.each(stories.map(([name], index) => [name, index] as const))(
    "ends in the state the product ends in: %s",
    (_, index) => {
      expect(comparable(theirs[folderOf(index)])).toEqual(comparable(ours[index]));
    },
  );

  it("passes the type checker, every project of them", () => {
    const { compilerOptions } = JSON.parse(toCode(blank(), nodeDefinitions).files["tsconfig.json"] ?? "");
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: stories.map((_, index) => `${folderOf(index)}/src`) }),
    );
    expect(typesOf(folder)).toBe("");
  }, 120_000);

  it("runs from the command line, with a person at the terminal", async () => {
    const index = stories.findIndex(([name]) => name === "the template approval");
    const typed = '{"answer": "changes", "text": "Nicer"}\napprove\n';
    const { stdout, stderr } = await inFolder(
      join(folder, folderOf(index)),
      ["src/main.ts", '{"topic": "Tea"}'],
      typed,
    );
    expect(JSON.parse(stdout)).toEqual({ draft: expect.stringContaining("Nicer"), approved: true });
    expect(stderr).toContain("Is this draft ready?");
  }, 60_000);
});

/** Without what is made afresh in every run: ids of messages, and keys of events. */
function comparable(outcome: Outcome | undefined): unknown {
  const text = JSON.stringify(withoutIds(outcome)) ?? "null";
  return JSON.parse(text.replace(/\bevt_[\w-]+/g, "evt"));
}

function blank() {
  const [template] = templates;
  if (!template) throw new Error("There are no templates.");
  return template.document;
}

/** The run in the product; the answers it was given, in their order. */
async function runHere(story: Story): Promise<{ outcome: Outcome; answers: InterruptAnswer[] }> {
  const answers: InterruptAnswer[] = [];
  const answer: Story["answer"] = (nodeId, earlier) => {
    answers.push(story.answer(nodeId, earlier));
    return story.answer(nodeId, earlier);
  };
  try {
    const { state } = await runInPieces({ ...story, services, answer }, { kind: "never" });
    return { outcome: { state }, answers };
  } catch (error) {
    return { outcome: { problem: error instanceof Error ? error.message : String(error) }, answers };
  }
}

/** The same outside world as `testing/child.ts` gives the exported code. */
function services(): Partial<NodeServices> {
  const http = fakeHttp(({ url, method, headers, body }) => {
    const { host, pathname, search } = new URL(url);
    if (host === "api.test") return { status: 503, body: "away" };
    if (host !== "echo.test") return { body: '{"id": 42}' };
    // What tells one call from another differs from run to run.
    const { "idempotency-key": key, ...others } = headers;
    const said = { method, pathname, search, headers: others, hasKey: Boolean(key), body };
    return { status: 404, body: JSON.stringify(said) };
  });
  return { models: { resolve: async () => new OfflineModel() }, http };
}

/** What the type checker has to say. */
function typesOf(where: string): string {
  try {
    execFileSync(resolve("node_modules/.bin/tsc"), ["-p", "."], { cwd: where, encoding: "utf8" });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createAgent, listAgents } from "@/lib/api/contract/agents";
import { readableJson } from "@/workflows/graph/canonical";
import { approval } from "@/workflows/templates/approval";
import { research } from "@/workflows/templates/research";
import { agentFrom, draftOf } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";
import { Exchange } from "./pages/exchange";

test.use({ installation: "export-import" });

test("a graph leaves as JSON and comes back as a new agent", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Opening hours");
  const exchange = new Exchange(page);
  await new EditorPage(page).open(agent.id);
  const { name, content } = await exchange.export("Export as JSON");
  expect(name).toBe("opening-hours.json");
  expect(content.toString()).toBe(readableJson(approval.document));

  await page.goto("/agents");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await exchange.give("opening_hours.json", content);
  await expect(exchange.dialog).toContainText("6 nodes, 7 connections, 4 channels");
  await expect(exchange.dialog).toContainText("Everything is carried over.");
  await expect(exchange.dialog.getByLabel("Name of the agent")).toHaveValue("Opening hours");
  await exchange.dialog.getByLabel("Name of the agent").fill("Came back");
  await exchange.dialog.getByRole("button", { name: "Make a new agent" }).click();
  await page.waitForURL(/\/agents\/[\w-]+$/);

  const { items } = await admin.call(listAgents, {});
  const [back] = items.filter((each) => each.name === "Came back");
  expect(back && (await draftOf(admin, back))).toEqual(approval.document);
});

test("a graph leaves as a LangGraph.js project; edits of its code are named when it comes back", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "research", "Library");
  const exchange = new Exchange(page);
  await new EditorPage(page).open(agent.id);
  const { name, content } = await exchange.export("Export as LangGraph.js project");
  expect(name).toBe("library.zip");
  const report = page.getByRole("dialog", { name: "The project was exported" });
  await expect(report.getByRole("listitem").filter({ hasText: "Count and collect" })).toContainText(
    "sandbox",
  );
  await report.getByRole("button", { name: "Done" }).click();

  const files = unzipSync(content);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      "library/package.json",
      "library/README.md",
      "library/src/graph.ts",
      "library/src/nodes/report.ts",
    ]),
  );
  expect(strFromU8(files["library/graph.json"] ?? new Uint8Array())).toBe(readableJson(research.document));

  const edited = zipSync({ ...files, "library/src/nodes/report.ts": strToU8("export {};\n") });
  await exchange.choose("Import…");
  await exchange.give("library.zip", Buffer.from(edited));
  await expect(exchange.dialog.getByRole("listitem")).toHaveText(
    "Write the report: src/nodes/report.ts was edited after the export; that change is not carried over.",
  );
});

test("an imported graph takes the draft's place, and one undo brings the draft back", async ({
  page,
  admin,
}) => {
  const agent = await agentFrom(admin, "approval", "To replace");
  const editor = new EditorPage(page);
  const exchange = new Exchange(page);
  await editor.open(agent.id);
  await exchange.choose("Import…");
  await exchange.give("research.json", readableJson(research.document));
  await expect(exchange.dialog).toContainText("Everything is carried over.");
  await expectAccessible(page);
  await exchange.dialog.getByRole("button", { name: "Replace this draft" }).click();
  await expect(editor.canvas.node("Count and collect")).toBeVisible();
  await editor.saved();
  await expect.poll(() => draftOf(admin, agent)).toEqual(research.document);

  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(editor.canvas.node("Revise the draft")).toBeVisible();
  await expect.poll(() => draftOf(admin, agent)).toEqual(approval.document);
});

test("what is no graph is refused in plain words, by keyboard as well", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "blank", "Refuses");
  const exchange = new Exchange(page);
  await new EditorPage(page).open(agent.id);
  await page.getByRole("button", { name: "Export and import" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Export as JSON" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Import…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await exchange.give("notes.txt", "just words");
  await expect(exchange.dialog.getByRole("alert")).toContainText("neither the JSON of a graph nor a zip");
  await expect(exchange.dialog.getByRole("button", { name: "Replace this draft" })).toBeDisabled();
  await expect(exchange.dialog.getByRole("button", { name: "Make a new agent" })).toBeDisabled();
});

test("a picture of a large graph holds what is out of sight, too", async ({ page, admin }) => {
  const marks = Array.from({ length: 160 }, (_, index) => [`n${index}`, `Mark ${index}`] as const);
  const document = {
    ...approval.document,
    nodes: Object.fromEntries(
      marks.map(([id, title]) => [id, { ...approval.document.nodes.accept, title }] as const),
    ),
    edges: {},
    layout: {
      ...approval.document.layout,
      nodes: Object.fromEntries(
        marks.map(([id], index) => [id, { x: (index % 16) * 300, y: Math.floor(index / 16) * 160 }]),
      ),
    },
  };
  const body = { name: "Large", from: { kind: "document" as const, document } };
  const agent = await admin.call(createAgent, { body });
  const exchange = new Exchange(page);
  await new EditorPage(page).open(agent.id);
  const { content } = await exchange.export("Picture (SVG)");
  const drawn = content.toString();
  expect(marks.filter(([, title]) => !drawn.includes(`>${title}<`))).toEqual([]);
});

test("pictures hold the whole graph", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "approval", "Picture");
  const exchange = new Exchange(page);
  await new EditorPage(page).open(agent.id);
  const png = await exchange.export("Picture (PNG)");
  expect(png.name).toBe("picture.png");
  // PNG keeps width and height in its first chunk; the graph is 1,280 wide between the corners of its first and last node.
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1_400);
  // Zoomed in, most of the graph is out of sight; zoomed out, its cards show less.
  await page.getByRole("region", { name: "Graph", exact: true }).focus();
  for (const key of ["Shift+0", "+", "+"]) await page.keyboard.press(key);
  const svg = await exchange.export("Picture (SVG)");
  expect(svg.name).toBe("picture.svg");
  const drawn = svg.content.toString();
  const titles = Object.values(approval.document.nodes).map((node) => node.title);
  expect(titles.filter((title) => !drawn.includes(title))).toEqual([]);
  expect(drawn).not.toContain("react-flow__minimap");
  for (let times = 0; times < 6; times += 1) await page.keyboard.press("-");
  const small = await exchange.export("Picture (PNG)");
  expect(small.content.subarray(16, 24)).toEqual(png.content.subarray(16, 24));
});

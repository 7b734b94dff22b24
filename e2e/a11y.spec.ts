import { agentsApi, runsApi } from "@/lib/api/contract";
import type { GraphDocument } from "@/workflows/graph/document";
import { paperColors } from "@/workflows/graph/paper-colors";
import { approval } from "@/workflows/templates/approval";
import { expectAccessible } from "./fixtures/axe";
import { agentOf } from "./fixtures/documents";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
const schemes = ["light", "dark"] as const;

/** Every screen of a signed-in person, with what says that it is there. */
const screens = (ids: { agent: string; run: string; noted: string }) =>
  [
    ["agents", "/agents", "heading", "Agents"],
    ["editor", `/agents/${ids.agent}`, "region", "Graph"],
    ["groups and notes", `/agents/${ids.noted}`, "group", "Group Written on blue"],
    ["runs of an agent", `/agents/${ids.agent}/runs`, "table", "Runs"],
    ["publish", `/agents/${ids.agent}/publish`, "heading", "Versions"],
    ["runs", "/runs", "table", "Runs"],
    ["trace", `/runs/${ids.run}`, "tree", "Spans of the run"],
    ["node types", "/nodes", "heading", "Node types"],
    ["a node type", "/nodes/http", "heading", "HTTP request"],
    ["approvals", "/approvals", "article", "Approval"],
    ["chat", "/chat/chat-agent", "textbox", "Message Chat agent"],
    ["workspace settings", "/settings/workspace", "heading", "Settings"],
    ["members", "/settings/members", "heading", "Settings"],
    ["models", "/settings/models", "heading", "Settings"],
    ["outgoing calls", "/settings/outgoing", "heading", "Settings"],
    ["secrets", "/settings/secrets", "heading", "Settings"],
    ["API keys", "/settings/api-keys", "heading", "Settings"],
    ["e-mail", "/settings/email", "heading", "E-mail"],
    ["keeping data", "/settings/data", "heading", "Keeping data"],
    ["system", "/settings/system", "table", "Processes"],
    ["appearance", "/settings/appearance", "heading", "Settings"],
  ] as const;

for (const scheme of schemes) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test.describe(`${scheme}, ${size}`, () => {
      test.use({ colorScheme: scheme, viewport });

      test("axe finds nothing on any screen, and none is wider than the window", async ({ page, admin }) => {
        for (const [name, path, role, label] of screens(await waitingRun(admin))) {
          await test.step(name, async () => {
            await page.goto(path);
            await expect(page.getByRole(role, { name: label }).first()).toBeVisible();
            await expectAccessible(page);
          });
        }
      });

      test("nor where nobody has signed in", async ({ browserOf }) => {
        const page = await browserOf();
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize(viewport);
        await page.goto("/sign-in");
        await expect(page.getByLabel("Password")).toBeVisible();
        await expectAccessible(page);
        await page.goto("/chat/nowhere");
        await expect(page.getByRole("heading")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

/** A run that waits at its pause, so that lists, trace and inbox have something to show. */
async function waitingRun(admin: Session): Promise<{ agent: string; run: string; noted: string }> {
  const { items } = await admin.call(agentsApi.listAgents, {});
  const agent = items.find(({ slug }) => slug === "approval-with-a-loop");
  if (!agent) throw new Error("The example agent is missing");
  const started = await admin.call(runsApi.createTestRun, {
    params: { id: agent.id },
    body: { revision: agent.revision, input: { topic: "Owls" } },
  });
  await expect
    .poll(async () => (await admin.call(runsApi.getRun, { params: { id: started.id } })).status)
    .toBe("interrupted");
  const { id: noted } = await agentOf(admin, "Noted", paperDocument());
  return { agent: agent.id, run: started.id, noted };
}

/** A group and a note in every colour. */
function paperDocument(): GraphDocument {
  const document = structuredClone(approval.document);
  for (const [index, color] of paperColors.entries()) {
    const nodes = Object.keys(document.nodes).slice(index, index + 1);
    document.layout.groups[color] = { title: `Written on ${color}`, color, nodes };
    document.layout.stickies[color] = {
      text: index === 0 ? "" : "# Title\n\n**Bold** and [a link](https://example.org)\n\n> quoted `code`",
      color,
      x: index * 200,
      y: 400,
      width: 180,
      height: 160,
    };
  }
  return document;
}

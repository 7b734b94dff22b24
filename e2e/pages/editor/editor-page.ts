import { expect, type Locator, type Page } from "@playwright/test";
import { Canvas } from "./canvas";
import { Inspector } from "./inspector";
import { RunPanel } from "./run-panel";

/** The Build tab of an agent. */
export class EditorPage {
  /** Name, state and tabs of the agent. */
  readonly bar: Locator;
  readonly canvas: Canvas;
  readonly inspector: Inspector;
  readonly run: RunPanel;
  readonly publishDialog: Locator;
  /** Opens the list of problems; absent where the graph has none. */
  readonly problemsButton: Locator;
  readonly problems: Locator;
  readonly shortcuts: Locator;
  /** Asks what to do about a draft that somebody else changed. */
  readonly stale: Locator;
  readonly saveState: Locator;

  constructor(readonly page: Page) {
    this.bar = page.locator("header").filter({ has: page.getByRole("navigation", { name: "Agent" }) });
    this.canvas = new Canvas(page);
    this.inspector = new Inspector(page);
    this.run = new RunPanel(page);
    this.publishDialog = page.getByRole("dialog");
    this.problemsButton = this.bar.getByRole("button", { name: /problem/ });
    this.problems = page.getByRole("dialog", { name: "Problems" });
    this.shortcuts = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    this.stale = page.getByRole("dialog", { name: "This draft was changed elsewhere" });
    this.saveState = this.bar.getByText(/^(Draft saved|Saving…|Not saved|Changed elsewhere)$/);
  }

  async open(agentId: string): Promise<void> {
    await this.page.goto(`/agents/${agentId}`);
    await expect(this.canvas.nodes().first()).toBeVisible();
  }

  /** The run that canvas and panel show; it stands in the address. */
  shownRun(): string {
    return new URL(this.page.url()).searchParams.get("run") ?? "";
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: "Draft saved" })).toBeVisible();
  }

  async testRun(): Promise<void> {
    await this.page.getByRole("button", { name: "Test run", exact: true }).click();
  }

  /** Publishes the draft and leaves the dialog that says where it lives open. */
  async publish(): Promise<void> {
    await this.page.getByRole("button", { name: "Publish…" }).click();
    await this.publishDialog.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(this.publishDialog.getByRole("heading", { name: /is live/ })).toBeVisible();
  }
}

import type { Locator, Page } from "@playwright/test";
import { watchText } from "../../fixtures/watch-text";

/** The panel below the canvas: what a test run is given, says, asks and costs. */
export class RunPanel {
  readonly panel: Locator;
  readonly status: Locator;
  readonly timeline: Locator;
  readonly approval: Locator;
  /** What a model is writing right now. */
  readonly streaming: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole("region", { name: "Run", exact: true });
    this.status = this.panel.locator("header").getByRole("status");
    this.timeline = this.panel.getByRole("tree");
    this.approval = this.panel.getByRole("article", { name: "Approval" });
    this.streaming = this.panel.locator('[aria-busy="true"][aria-live]');
  }

  /** Notes every state of the streaming text from now on; the function returned gives them. */
  watchStreaming(): Promise<() => Promise<string[]>> {
    return watchText(this.page, '[aria-busy="true"][aria-live]');
  }

  async say(message: string): Promise<void> {
    await this.panel.getByLabel("Message").fill(message);
    await this.panel.getByRole("button", { name: "Send" }).click();
  }

  /** Types one text of the input; with a run on show the form waits behind a button. */
  async enter(channel: string, text: string): Promise<void> {
    const edit = this.panel.getByRole("button", { name: "Edit input" });
    if ((await edit.count()) > 0) await edit.click();
    await this.panel.getByLabel(channel, { exact: true }).fill(text);
  }

  /** Starts a run with one text as its input. */
  async tryWith(channel: string, text: string): Promise<void> {
    await this.enter(channel, text);
    await this.panel.getByRole("button", { name: /^(Start test run|Run again)$/ }).click();
  }

  async answer(label: string): Promise<void> {
    await this.approval.getByRole("button", { name: label }).click();
  }

  span(name: RegExp): Locator {
    return this.timeline.getByRole("treeitem", { name });
  }
}

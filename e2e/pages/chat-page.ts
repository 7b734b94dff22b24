import type { Locator, Page } from "@playwright/test";
import { watchText } from "../fixtures/watch-text";

const growing = '[aria-label="Messages"] [aria-busy="true"]';

/** The page of a published agent. */
export class ChatPage {
  /** What was said so far. */
  readonly log: Locator;
  readonly exchanges: Locator;
  /** What the agent is writing right now. */
  readonly streaming: Locator;
  readonly approval: Locator;
  /** Answers of the built-in model and approvals, in the order in which they stand. */
  readonly story: Locator;
  readonly earlier: Locator;
  readonly stop: Locator;
  readonly retry: Locator;
  readonly run: Locator;
  /** My conversations. */
  readonly threads: Locator;

  constructor(readonly page: Page) {
    this.log = page.getByRole("region", { name: "Messages" });
    this.exchanges = this.log.getByRole("article", { name: "Exchange" });
    this.streaming = page.locator(growing);
    this.approval = page.getByRole("article", { name: "Approval" });
    this.story = this.log.getByText("Quoted, not understood").or(this.approval);
    this.earlier = page.getByRole("button", { name: /earlier attempt/i });
    this.stop = page.getByRole("button", { name: "Stop" });
    this.retry = page.getByRole("button", { name: "Try again" });
    this.run = page.getByRole("button", { name: "Run", exact: true });
    this.threads = page.getByRole("navigation", { name: "Conversations" });
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/chat/${slug}`);
  }

  composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Message / });
  }

  input(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async say(message: string): Promise<void> {
    await this.composer().fill(message);
    await this.page.keyboard.press("Enter");
  }

  /** Answers the pause that waits. */
  async answer(label: string): Promise<void> {
    await this.approval.getByRole("button", { name: label }).click();
  }

  /** Notes every state of the growing answer from now on; the function returned gives them. */
  watchStreaming(): Promise<() => Promise<string[]>> {
    return watchText(this.page, growing);
  }

  /** Addresses of the streams that are opened from now on. */
  watchStreams(): string[] {
    const opened: string[] = [];
    this.page.on("request", (request) => {
      if (new URL(request.url()).pathname.endsWith("/stream")) opened.push(request.url());
    });
    return opened;
  }

  thread(title: string): Locator {
    return this.threads.getByRole("listitem").filter({ hasText: title });
  }

  async chooseForThread(title: string, what: RegExp): Promise<void> {
    await this.thread(title)
      .getByRole("button", { name: /^More for/ })
      .click();
    await this.page.getByRole("menuitem", { name: what }).click();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** What happened in a run, to read. */
export class TracePage {
  readonly header: Locator;
  readonly spans: Locator;
  readonly graph: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.header = page.locator("header", { has: page.getByRole("heading", { level: 1 }) }).first();
    this.spans = page.getByRole("tree");
    this.graph = page.getByRole("region", { name: "Graph as it ran" });
    this.details = page.getByRole("complementary", { name: "Details" });
  }

  /** On the graph as it was when it ran. */
  node(title: string): Locator {
    return this.graph.getByRole("group", { name: title, exact: true });
  }

  async select(span: RegExp): Promise<void> {
    await this.spans.getByRole("treeitem", { name: span }).first().click();
  }

  /** A figure of the run under its name. */
  async fact(label: string): Promise<string> {
    const pair = this.header.locator("dl > div").filter({ hasText: label });
    await expect(pair).toBeVisible();
    return ((await pair.getByRole("definition").textContent()) ?? "").trim();
  }
}

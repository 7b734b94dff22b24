import { expect, type Locator, type Page } from "@playwright/test";

/** Two graphs of an agent held against each other. */
export class ComparePage {
  readonly list: Locator;
  readonly graph: Locator;
  /** Place by place what changed of the chosen thing. */
  readonly detail: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole("navigation", { name: "Changes" });
    this.graph = page.getByRole("region", { name: "Both graphs" });
    this.detail = page.getByRole("complementary", { name: "Chosen change" });
  }

  async open(agentId: string, from: string, to: string): Promise<void> {
    await this.page.goto(`/agents/${agentId}/publish/compare?from=${from}&to=${to}`);
  }

  /** A change in the list, by its title. */
  change(title: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^${title} (added|removed|changed)$`) });
  }

  /** What a screen reader is told of a node: its title and what happened to it. */
  node(title: string, word: string): Locator {
    return this.graph.getByRole("group", { name: `${title}, ${word}`, exact: true });
  }

  async chosen(title: string): Promise<void> {
    await expect(this.detail.getByRole("heading", { name: title })).toBeVisible();
    await expect(this.change(title)).toHaveAttribute("aria-current", "true");
  }

  /** Of the two sides: Draft, Version 1, … */
  async chooseSide(side: "From" | "To", name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: side, exact: true }).click();
    await this.page.getByRole("option", { name }).click();
  }
}

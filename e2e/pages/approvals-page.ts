import type { Locator, Page } from "@playwright/test";

/** The inbox of pauses. */
export class ApprovalsPage {
  /** The link in the rail; it names how many wait. */
  readonly badge: Locator;

  constructor(readonly page: Page) {
    this.badge = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /Approvals/ });
  }

  async open(): Promise<void> {
    await this.page.goto("/approvals");
  }

  card(title: string): Locator {
    return this.page.getByRole("article", { name: "Approval" }).filter({ hasText: title });
  }

  async answer(title: string, label: string): Promise<void> {
    await this.card(title).getByRole("button", { name: label }).click();
  }
}

import type { Locator, Page } from "@playwright/test";

/** Settings → Tools → a tool in code. */
export class CodeToolPage {
  constructor(private readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** Replaces what stands in a code editor. */
  async write(label: string, text: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole("textbox", { name: label, exact: true }).fill(text);
  }

  async addArgument(name: string, type: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add argument" }).click();
    const line = this.page.getByRole("group", { name: "argument 1" });
    await line.getByLabel("Name").fill(name);
    await line.getByLabel("Type").click();
    await this.page.getByRole("option", { name: type, exact: false }).first().click();
  }

  async addTest(name: string, args: string, result: string): Promise<void> {
    await this.page.getByRole("button", { name: "Add test" }).click();
    const test = this.page.getByRole("group", { name: "test 1" });
    await test.getByLabel("Name").fill(name);
    await this.write("Arguments", args, test);
    await this.write("Result", result, test);
  }
}

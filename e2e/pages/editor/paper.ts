import type { Locator, Page } from "@playwright/test";
import { type Canvas, middleOf, type Point } from "./canvas";

/** Groups and notes on a canvas. */
export class Paper {
  constructor(
    private readonly page: Page,
    private readonly canvas: Canvas,
  ) {}

  /** The frame of a group, by its title. */
  frame(title: string): Locator {
    return this.canvas.graph.getByRole("group", { name: new RegExp(`^Group ${title}, `) });
  }

  note(firstLine: string): Locator {
    return this.canvas.graph.getByRole("group", { name: `Note: ${firstLine}`, exact: true });
  }

  /** What is being typed on the canvas: the title of a group, or a note. */
  get titleField(): Locator {
    return this.canvas.graph.getByRole("textbox", { name: "Name of the group" });
  }

  get noteField(): Locator {
    return this.canvas.graph.getByRole("textbox", { name: "Text of the note" });
  }

  async moveFrame(title: string, by: Point): Promise<void> {
    const from = await middleOf(this.frame(title).getByRole("heading"));
    await this.canvas.drag(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /** Brings a node over the middle of a frame without letting go. */
  async hold(title: string, over: Point): Promise<void> {
    const from = await middleOf(this.canvas.node(title).getByRole("heading"));
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(over.x, over.y, { steps: 8 });
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

export interface Point {
  x: number;
  y: number;
}

/** The drawing of a graph: its nodes, ports and the palette. */
export class Canvas {
  readonly graph: Locator;
  readonly palette: Locator;

  constructor(private readonly page: Page) {
    this.graph = page.getByRole("region", { name: "Graph", exact: true });
    this.palette = page.getByRole("dialog", { name: "Add a node" });
  }

  node(title: string): Locator {
    return this.graph.getByRole("group", { name: title, exact: true });
  }

  nodes(): Locator {
    return this.graph.locator("[data-node-card]");
  }

  edge(from: string, to: string): Locator {
    return this.graph.getByRole("group", { name: `${from} to ${to}`, exact: true });
  }

  /** Titles of the selected nodes, in alphabetical order. */
  async selected(): Promise<string[]> {
    const titles = await this.graph
      .locator(".react-flow__node.selected")
      .getByRole("heading")
      .allInnerTexts();
    return titles.sort();
  }

  /** What is said of a node while it is lit. */
  mark(title: string): Locator {
    return this.node(title).locator("[data-mark]");
  }

  /** Where a node stands on the drawing, whatever the view shows of it. */
  async place(title: string): Promise<Point> {
    return this.node(title).evaluate((node) => {
      const { e, f } = new DOMMatrix(getComputedStyle(node).transform);
      return { x: e, y: f };
    });
  }

  /** How much the drawing is enlarged, in percent. */
  async zoom(): Promise<number> {
    const name = await this.toolbar().getByRole("button", { name: /^Zoom/ }).getAttribute("aria-label");
    return Number(/\d+/.exec(name ?? "")?.[0]);
  }

  /** What a screen reader is told about a node and where it leads. */
  listed(title: string): Locator {
    return this.graph.getByRole("listitem").filter({ hasText: new RegExp(`^${title}, `) });
  }

  async select(title: string): Promise<void> {
    await this.node(title).getByRole("heading").click();
    await expect(this.node(title)).toHaveClass(/selected/);
  }

  async selectToo(title: string): Promise<void> {
    await this.node(title)
      .getByRole("heading")
      .click({ modifiers: ["Shift"] });
  }

  async selectEdge(from: string, to: string): Promise<void> {
    await this.edge(from, to).focus();
    await this.page.keyboard.press("Enter");
    await expect(this.edge(from, to)).toHaveClass(/selected/);
  }

  /** Draws a box around nodes, beginning left above the first and ending right below the last. */
  async selectByBox(first: string, last: string): Promise<void> {
    const from = await boxOf(this.node(first));
    const to = await boxOf(this.node(last));
    await this.page.keyboard.down("Shift");
    await this.drag(
      { x: from.x - 20, y: from.y - 20 },
      { x: to.x + to.width + 20, y: to.y + to.height + 20 },
    );
    await this.page.keyboard.up("Shift");
  }

  async selectNothing(): Promise<void> {
    await this.clickFreeSpace();
    await expect(this.graph.locator(".react-flow__node.selected")).toHaveCount(0);
  }

  /** Gives the canvas the keyboard; nothing is selected afterwards. */
  async clickFreeSpace(): Promise<void> {
    await this.graph.locator(".react-flow__pane").click({ position: { x: 12, y: 12 } });
  }

  /** With the keyboard: Tab, the beginning of its name, Enter. It follows the node given. */
  async addByKeyboard(after: string, search: string): Promise<void> {
    await this.select(after);
    await this.page.keyboard.press("Tab");
    await this.choose(search);
  }

  /** Draws an edge into free space and chooses what shall stand there. */
  async addByDragging(from: string, port: string, by: Point, search: string): Promise<void> {
    const dot = await middleOf(this.outPort(from, port));
    await this.drag(dot, { x: dot.x + by.x, y: dot.y + by.y });
    await this.choose(search);
  }

  async connect(from: string, port: string, to: string): Promise<void> {
    await this.drag(await middleOf(this.outPort(from, port)), await middleOf(this.inPort(to)));
  }

  /** Deletes an edge with the keyboard. */
  async disconnect(from: string, to: string): Promise<void> {
    await this.selectEdge(from, to);
    await this.page.keyboard.press("Delete");
    await expect(this.edge(from, to)).toHaveCount(0);
  }

  /** Drags a node by its heading. */
  async move(title: string, by: Point): Promise<void> {
    const from = await middleOf(this.node(title).getByRole("heading"));
    await this.drag(from, { x: from.x + by.x, y: from.y + by.y });
  }

  async pressButton(name: string): Promise<void> {
    await this.toolbar().getByRole("button", { name }).click();
  }

  private toolbar(): Locator {
    return this.graph.getByRole("toolbar", { name: "Canvas" });
  }

  /** In the open palette: the beginning of a type's name, and Enter. */
  async choose(search: string): Promise<void> {
    await this.palette.getByPlaceholder("Search nodes").fill(search);
    await expect(this.palette.getByRole("option").first()).toContainText(search);
    await this.page.keyboard.press("Enter");
    await expect(this.palette).toBeHidden();
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }

  outPort(title: string, port: string): Locator {
    return this.node(title).locator(`.react-flow__handle.source[data-handleid="${port}"]`);
  }

  inPort(title: string): Locator {
    return this.node(title).locator('.react-flow__handle.target[data-handleid="in"]');
  }
}

export async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error("Nothing to drag is on the screen");
  return box;
}

export async function middleOf(target: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(target);
  return { x: x + width / 2, y: y + height / 2 };
}

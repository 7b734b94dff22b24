import { expect, type Locator, type Page } from "@playwright/test";
import { boxOf, type Canvas, middleOf, type Point } from "./canvas";

/** What is done to connections with the pointer. */
export class Edges {
  /** Why an edge that is being drawn cannot end where the pointer is. */
  readonly refusal: Locator;

  constructor(
    private readonly page: Page,
    private readonly canvas: Canvas,
  ) {
    this.refusal = canvas.graph.locator(".react-flow__connectionline").getByRole("status");
  }

  /** The point of an edge at a part of its length: 0 where it begins, 1 where it ends. */
  async pointOf(from: string, to: string, part: number): Promise<Point> {
    const line = this.canvas.edge(from, to).locator(".react-flow__edge-path");
    return line.evaluate((element, share) => {
      if (!(element instanceof SVGPathElement)) throw new Error("An edge is drawn by a path");
      const { x, y } = element.getPointAtLength(element.getTotalLength() * share);
      const screen = new DOMPoint(x, y).matrixTransform(element.getScreenCTM() ?? undefined);
      return { x: screen.x, y: screen.y };
    }, part);
  }

  /** Puts a node in between by the + that shows where the pointer is over an edge. */
  async insert(from: string, to: string, search: string): Promise<void> {
    const { x, y } = await this.pointOf(from, to, 0.35);
    await this.page.mouse.move(x, y);
    await this.canvas.edge(from, to).getByRole("button", { name: "Insert a node here" }).click();
    await this.canvas.choose(search);
  }

  /** Takes an edge by one of its ends and lets it go at a point. */
  async lead(from: string, to: string, end: "source" | "target", at: Point): Promise<void> {
    const grip = this.canvas.edge(from, to).locator(`.react-flow__edgeupdater-${end}`);
    await this.canvas.drag(await middleOf(grip), at);
  }

  /** Holds an edge drawn out of a port over a node, without letting go. */
  async hold(from: string, port: string, over: Point): Promise<void> {
    const dot = await middleOf(this.canvas.outPort(from, port));
    await this.page.mouse.move(dot.x, dot.y);
    await this.page.mouse.down();
    await this.page.mouse.move(over.x, over.y, { steps: 8 });
  }

  /** How far around an edge goes: the lowest point of its line. */
  async lowest(from: string, to: string): Promise<number> {
    const { y, height } = await boxOf(this.canvas.edge(from, to).locator(".react-flow__edge-path"));
    return y + height;
  }

  async expectCount(count: number): Promise<void> {
    await expect(this.canvas.graph.locator(".react-flow__edge")).toHaveCount(count);
  }
}

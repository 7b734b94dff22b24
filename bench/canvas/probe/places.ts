export interface Point {
  x: number;
  y: number;
}
export interface NodeBox {
  id: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where nodes stand in the window. */
export function nodeBoxes(): NodeBox[] {
  return [...document.querySelectorAll<HTMLElement>(".react-flow__node")].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { id: element.dataset.id ?? "", left, top, right, bottom };
  });
}

/** The place nearest to the one wanted where nothing but the canvas itself is hit. */
export function freePoint(wanted: Point): Point {
  for (let radius = 0; radius < 300; radius += 2) {
    for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 8) {
      const point = { x: wanted.x + radius * Math.cos(angle), y: wanted.y + radius * Math.sin(angle) };
      if (document.elementFromPoint(point.x, point.y)?.classList.contains("react-flow__pane")) return point;
    }
  }
  throw new Error("There is no free place on the canvas");
}

/** Heights of a card's parts, in pixels of the canvas. They are the same at every zoom, so that no port ever moves. */
export const cardHeights = { heading: 52, writes: 26, port: 22, foot: 8 };
export const cardBorder = 1;

interface CardParts {
  ports: readonly { name: string }[];
  writes: boolean;
}

/** How far below a card's upper edge a port lies: the only one level with the heading, several in rows. */
export function portHeight({ ports, writes }: CardParts, port: string): number {
  const row = ports.findIndex(({ name }) => name === port);
  if (ports.length < 2 || row < 0) return cardBorder + cardHeights.heading / 2;
  return cardBorder + rowsAt(writes) + (row + 0.5) * cardHeights.port;
}

/** What lies below the heading of a card that shows no run. */
export function bodyHeight({ ports, writes }: CardParts): number {
  const rows = ports.length > 1 ? ports.length * cardHeights.port + cardHeights.foot : 0;
  return rowsAt(writes) - cardHeights.heading + rows;
}

const rowsAt = (writes: boolean) => cardHeights.heading + (writes ? cardHeights.writes : 0);

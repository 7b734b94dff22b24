import type { RunView, Span } from "../run-view";
import { fingerprint } from "./fingerprint";
import { type LeftOut, type SpanPart, spanParts } from "./span-part";

/** A value's place in a whole view: enough for a few words, so that thousands of spans stay small. */
const mostInView = 160;
/** The same where one span is read. */
const mostInSpan = 24_000;

const leanOnes = new WeakMap<Span, Span>();

/** A view to open a trace with: values of any size are named by their length and left to `leanSpan`. */
export function leanView(view: RunView): RunView {
  return {
    ...withoutEnds(view),
    nodes: Object.fromEntries(Object.entries(view.nodes).map(([id, node]) => [id, shortened(node)])),
    spans: view.spans.map((span) => {
      const known = leanOnes.get(span);
      if (known) return known;
      const lean = isOpen(span) ? span : without(span, mostInView);
      leanOnes.set(span, lean);
      return lean;
    }),
  };
}

/** What a run was given and came to is read on its page, unless it is very large. */
function withoutEnds({ input, output, ...view }: RunView): RunView {
  const left: NonNullable<RunView["left"]> = {};
  const keeps = (part: "input" | "output", value: unknown) => {
    const text = value === undefined ? "" : JSON.stringify(value);
    if (text.length > mostInSpan) left[part] = { chars: text.length, mark: fingerprint(text) };
    return text !== "" && left[part] === undefined;
  };
  return {
    ...view,
    ...(keeps("input", input) && { input }),
    ...(keeps("output", output) && { output }),
    ...(Object.keys(left).length > 0 && { left }),
  };
}

/** A span to be read: all of it but what is very large. */
export function leanSpan(span: Span): Span {
  return without(span, mostInSpan);
}

/** By what a part of a span is known again, whether it is there or left out; nothing where it has none. */
export function markOf(span: Span, part: SpanPart): string | undefined {
  const left = span.left?.[part];
  if (left) return left.mark;
  return span[part] === undefined ? undefined : fingerprint(JSON.stringify(span[part]));
}

/** More of it is to come: deltas are added to what is there. */
function isOpen({ endedAt, kind }: Span): boolean {
  return endedAt === undefined && kind === "model";
}

/** The canvas shows a few lines of what a node has written. */
function shortened<Node extends { text: string }>(node: Node): Node {
  return node.text.length > 2_000 ? { ...node, text: node.text.slice(-2_000) } : node;
}

function without(span: Span, most: number): Span {
  const left: Partial<Record<SpanPart, LeftOut>> = {};
  const lean: Span = { ...span };
  // An answer is there twice: as it streamed, and as it was in the end.
  if (lean.message) delete lean.text;
  for (const part of spanParts) {
    if (lean[part] === undefined || lean[part] === null) continue;
    const text = JSON.stringify(lean[part]);
    if (text.length <= most) continue;
    left[part] = { chars: text.length, mark: fingerprint(text) };
    delete lean[part];
  }
  return Object.keys(left).length === 0 ? lean : { ...lean, left };
}

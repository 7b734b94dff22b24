import { passagesIn } from "./passages";
import { Section } from "./section";

/** What was found or ranked, with how well each piece answers. */
export function PassageList({ output }: { output: unknown }) {
  return passagesIn(output).map(({ name, passages }) => (
    <Section key={name} title={`Passages in ${name}`}>
      <ol className="grid gap-2">
        {passages.map(({ text, score, source }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a recorded list never changes
          <li key={index} className="grid grid-cols-[auto_1fr] gap-x-3 rounded-md border px-3 py-2">
            <span className="text-muted-foreground tabular-nums">{index + 1}</span>
            <span className="flex justify-between gap-3 text-muted-foreground text-xs">
              <span className="min-w-0 truncate">{source}</span>
              <span className="shrink-0 tabular-nums">score {score.toPrecision(3)}</span>
            </span>
            <span />
            <p className="line-clamp-6 min-w-0 whitespace-pre-wrap break-words">{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  ));
}

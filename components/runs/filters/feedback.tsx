"use client";

import { AnySelect } from "@/components/filters/any-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FilterValues } from "./address";
import { Range, rangeWords } from "./range";
import type { FilterControlProps, RunFilter } from "./run-filter";

const thumbs = { up: "Thumbs up", down: "Thumbs down" };
const comments = { yes: "With a comment", no: "Without a comment" };

function Control(props: FilterControlProps) {
  const { values, wrong, set } = props;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-2">
        <Field label="Thumbs" error={wrong.thumb}>
          <AnySelect
            className="w-full"
            any="Any or none"
            value={values.thumb}
            options={[
              { value: "up", label: "Up" },
              { value: "down", label: "Down" },
            ]}
            onChoose={(thumb) => set({ thumb })}
          />
        </Field>
        <Field label="Comments" error={wrong.commented}>
          <AnySelect
            className="w-full"
            any="Any or none"
            value={values.commented}
            options={[
              { value: "yes", label: "Some" },
              { value: "no", label: "None" },
            ]}
            onChoose={(commented) => set({ commented })}
          />
        </Field>
      </div>
      <Field
        label="Score"
        error={wrong.score}
        help={values.score ? undefined : "Its name, then within what."}
      >
        <Input
          autoComplete="off"
          placeholder="Any or none, such as accuracy"
          value={values.score ?? ""}
          onChange={({ target }) =>
            set(target.value ? { score: target.value } : { score: null, minScore: null, maxScore: null })
          }
        />
      </Field>
      {values.score || values.minScore || values.maxScore ? (
        <Range {...props} legend="Within" least="minScore" most="maxScore" examples={["0.5", "1"]} />
      ) : null}
    </>
  );
}

function Words({ values: { thumb, score, minScore, maxScore, commented } }: { values: FilterValues }) {
  const bounds = minScore ?? maxScore;
  return [
    thumb && wordsFor(thumbs, thumb),
    score && (bounds === undefined ? score : `${score} ${rangeWords(minScore, maxScore, String)}`),
    score === undefined && bounds !== undefined ? rangeWords(minScore, maxScore, String) : undefined,
    commented && wordsFor(comments, commented),
  ]
    .filter(Boolean)
    .join(", ");
}

function wordsFor(words: Record<string, string>, value: string): string {
  return words[value] ?? value;
}

export const feedbackFilter: RunFilter = {
  keys: ["thumb", "score", "minScore", "maxScore", "commented"],
  label: "Feedback",
  Control,
  Words,
};

import {
  type InterruptAnswer,
  type InterruptPayload,
  splitAnswer,
  type Vote,
} from "@/workflows/events/interrupt";

/**
 * What the answers given so far come to; undefined: more people have to answer. Where they agree, the values and
 * changes of those who chose the same hold, a later one's over an earlier one's, and their texts stand one below
 * the other.
 */
export function combineVotes(
  payload: Pick<InterruptPayload, "answers" | "quorum">,
  votes: readonly Vote[],
): InterruptAnswer | undefined {
  const decided = decision(payload, votes);
  if (decided === undefined) return undefined;
  const winners = votes.filter(({ answer }) => answer === decided);
  const texts = winners.flatMap(({ text }) => text?.trim() || []);
  const edits = Object.assign({}, ...winners.map((vote) => vote.edits ?? {}));
  const form = winners.findLast((vote) => vote.form)?.form;
  const result = winners.findLast((vote) => vote.result !== undefined)?.result;
  const args = winners.findLast((vote) => vote.args)?.args;
  return {
    answer: decided,
    ...(texts.length > 0 && { text: texts.join("\n") }),
    ...(Object.keys(edits).length > 0 && { edits }),
    ...(form && { form }),
    ...(args && { args }),
    ...(result !== undefined && { result }),
    votes: [...votes],
  };
}

/** The chosen answer, or that there is none; undefined while that is open. */
function decision(
  { answers, quorum }: Pick<InterruptPayload, "answers" | "quorum">,
  votes: readonly Vote[],
): string | undefined {
  const [first] = votes;
  if (!first || !quorum) return first?.answer;
  const { people, rule } = quorum;
  const rejecting = new Set(answers.flatMap(({ id, tone }) => (tone === "danger" ? [id] : [])));
  const veto = votes.find(({ answer }) => rejecting.has(answer));
  if (rule === "veto" && veto) return veto.answer;
  const [most, next] = counts(votes);
  if (rule === "same" && next) return splitAnswer;
  if (most && (rule === "same" ? most.count >= people : most.count * 2 > people)) return most.answer;
  return votes.length >= people ? splitAnswer : undefined;
}

function counts(votes: readonly Vote[]): { answer: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { answer } of votes) found.set(answer, (found.get(answer) ?? 0) + 1);
  return [...found]
    .map(([answer, count]) => ({ answer, count }))
    .sort((one, other) => other.count - one.count);
}

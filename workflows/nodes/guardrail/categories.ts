/** What a model is asked to judge: the topics, and abuse where that is asked for. */
export function judgedCategories({
  topics,
  toxicity,
}: {
  topics: readonly { label: string; description: string }[];
  toxicity: boolean;
}): { label: string; description: string }[] {
  return [...topics.map(({ label, description }) => ({ label, description })), ...(toxicity ? [abuse] : [])];
}

export const abuse = {
  label: "abuse",
  description:
    "Insults, threatens or degrades people, for what they are or otherwise. Harsh words about things and services are none.",
};

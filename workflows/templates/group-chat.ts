import { endNode, exampleGraph, holds, setNode, startNode } from "@/workflows/nodes/example-graph";
import { innerNode } from "@/workflows/nodes/inner-graph";
import { asking, moved, noted } from "./patterns";
import type { Template } from "./template";

const speaker = (title: string, system: string) =>
  asking("model", title, {
    system: `${system} You speak in a group; go into what the others said. Three sentences at most.`,
    messages: "messages",
    prompt: `It is your turn, ${title}.`,
  });

export const groupChat: Template = {
  id: "group-chat",
  title: "Group chat",
  summary: "A model chooses who speaks next, for six rounds at most; then the discussion is summed up.",
  sampleInput: { messages: "Should the library open on Sundays? The critic may begin." },
  document: moved(
    exampleGraph({
      channels: {
        messages: holds("messages", "What was said, by whomever."),
        rounds: holds("number", "How many have spoken since the question.", 0),
        answer: holds("string", "What the discussion came to.", ""),
      },
      columns: [
        { start: startNode("messages") },
        { begin: setNode("Begin anew", "rounds", "0") },
        {
          left: noted(
            innerNode("branch", "Rounds left?", {
              conditions: [{ id: "yes", label: "Yes", when: "rounds < 6" }],
            }),
            "Change the 6 to let them talk longer.",
          ),
        },
        {
          choose: asking(
            "classify",
            "Who speaks next?",
            {
              text: "{{ messages.map(m, m.role + ': ' + m.content).join('\\n\\n') }}",
              instructions:
                "This is a discussion. Say who should speak next: whoever has most to add to what was said last. Choose done when nothing new would come.",
              byPort: true,
              labels: [
                { id: "optimist", label: "Optimist", description: "Sees what could become of it." },
                { id: "critic", label: "Critic", description: "Sees what could go wrong." },
                { id: "expert", label: "Expert", description: "Knows what it takes in practice." },
                { id: "done", label: "Done", description: "Everything was said." },
              ],
            },
            "Where the model names nobody, the discussion ends.",
          ),
        },
        {
          optimist: speaker("Optimist", "You see what could become of an idea."),
          critic: speaker("Critic", "You see what could go wrong, and say how to avoid it."),
          expert: speaker("Expert", "You have done such things before and know what they take."),
        },
        { count: setNode("Count the round", "rounds", "rounds + 1.0") },
        {
          sum: asking("model", "Sum up", {
            system: "You sum up discussions: what they agree on, what is open, and what to do next.",
            messages: "messages",
            prompt: "Sum up the discussion and answer the question.",
            output: "answer",
          }),
        },
        { end: endNode("answer") },
      ],
      edges: [
        "start > begin",
        "begin > left",
        "left.yes > choose",
        "left.else > sum",
        "choose.optimist > optimist",
        "choose.critic > critic",
        "choose.expert > expert",
        "choose.done > sum",
        "choose.else > sum",
        "optimist > count",
        "critic > count",
        "expert > count",
        "count > left",
        "sum > end",
      ],
    }),
    {
      left: { x: 640, y: -40 },
      choose: { x: 960, y: -180 },
      optimist: { x: 1280, y: -460 },
      critic: { x: 1280, y: -300 },
      expert: { x: 1280, y: -140 },
      count: { x: 1600, y: -300 },
      sum: { x: 1600, y: 120 },
      end: { x: 1920, y: 120 },
    },
  ),
};

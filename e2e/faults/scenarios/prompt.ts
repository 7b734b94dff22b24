import { ApiProblem } from "@/lib/api/client/call";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { expectSound, type Scenario } from "../scenario";
import { relay } from "../world/graphs";
import { judge } from "../world/verdict";

const bytes = 10_000_000;

/** Ten million characters, from outside and from within. */
export const prompt: Scenario = {
  name: "prompt",
  title: "a 10 MB prompt: refused at the door; fetched by a node it goes through or says why not",
  async play({ world: open }) {
    const world = await open();
    const { url } = world.recorder;
    const harmless = await world.agent("Beside a big prompt", relay(url));
    const refused = await world.start(harmless, { q: "x".repeat(bytes) }).then(
      () => "accepted",
      (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error)),
    );
    if (refused !== "too_large") throw new Error(`A body of 10 MB was ${refused}`);
    const document = draw({
      channels: { q: text, big: text, answer: text },
      nodes: {
        s: start("q"),
        l1a: node("http", {
          url: `${url}/big?bytes=${bytes}`,
          output: "big",
          parse: "text",
          maxBytes: 20_000_000,
        }),
        l2a: node("model", { model: world.model("words-20"), prompt: "{{ big }}", output: "answer" }),
        done: end("answer"),
      },
      edges: ["s > l1a", "l1a > l2a", "l2a > done"],
    });
    const run = await world.start(await world.agent("Big prompt", document));
    const neighbours = await Promise.all(Array.from({ length: 5 }, () => world.start(harmless)));
    const around = expectSound(await judge(world, neighbours, 60_000));
    const { lost, repeated, runs } = await judge(world, [run], 120_000);
    if (lost.length + repeated.length > 0) throw new Error("The run did not come to an end");
    const [ended] = runs;
    const asked = world.provider.requests.filter(({ messages }) =>
      messages.some(({ text: said }) => said.length >= bytes),
    );
    return {
      "at the door": refused,
      within:
        ended?.status === "success" ? `success, asked ${asked.length} time` : JSON.stringify(ended?.problem),
      ...around,
    };
  },
};

import { z } from "zod";
import type { Json } from "@/workflows/graph/json";
import type { AgentCall, AgentGateway, ChildReport } from "@/workflows/runtime/ports";
import { recorded } from "./recorded.server";
import { recordedProblemSchema } from "./recorded-call";
import { errorOf, problemOf } from "./recorded-problem";

type Answer = Awaited<ReturnType<AgentGateway["call"]>>;

/** What a call came to, with what was told of the called run meanwhile. */
interface Called {
  reports: ChildReport[];
  answer?: Answer;
  /** It failed. */
  problem?: z.infer<typeof recordedProblemSchema>;
}

const calledSchema = z.object({
  reports: z.array(z.custom<ChildReport>((report) => Object(report).type?.startsWith("child."))),
  answer: z.custom<Answer>((answer) => typeof answer === "object" && answer !== null).optional(),
  problem: recordedProblemSchema.optional(),
});

const codec = {
  write: (called: Called) => called,
  read: (json: Json): Called => {
    const read = calledSchema.safeParse(json);
    // Older recordings hold the answer alone.
    return read.success ? read.data : { reports: [], answer: z.custom<Answer>().parse(json) };
  },
};

/**
 * Other agents, with a recording in between. A replay tells of the run that was called then, so that its trace leads to
 * that one; what it used was paid for then.
 */
export function recordedAgents(agents: AgentGateway): AgentGateway {
  return {
    call: async (call) => {
      const { slug, version, given, callKey } = call;
      const request = { slug, version, given, callKey };
      let failure: { error: unknown } | undefined;
      let isPlayed = true;
      const make = async (): Promise<Called> => {
        isPlayed = false;
        const reports: ChildReport[] = [];
        try {
          return { reports, answer: await agents.call(listened(call, reports)) };
        } catch (error) {
          if (error instanceof Error && error.name === "AbortError") throw error;
          failure = { error };
          return { reports, problem: problemOf(error) };
        }
      };
      const { reports, answer, problem } = await recorded(
        { kind: "agent", target: slug, request },
        make,
        codec,
      );
      if (isPlayed) for (const report of reports) call.report(paidBefore(report));
      if (failure) throw failure.error;
      if (answer) return answer;
      throw errorOf(problem ?? { message: "The recording of this call is incomplete." });
    },
  };
}

function listened(call: AgentCall, reports: ChildReport[]): AgentCall {
  const report = (each: ChildReport) => {
    reports.push(each);
    call.report(each);
  };
  return { ...call, report };
}

const nothing = { tokens: { input: 0, output: 0, cached: 0 }, costMicros: 0, unknownCostCalls: 0 };

function paidBefore(report: ChildReport): ChildReport {
  return report.type === "child.ended" ? { ...report, data: { ...report.data, used: nothing } } : report;
}

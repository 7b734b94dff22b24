import { ChatOllama } from "@langchain/ollama";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { ReasoningEffort } from "@/workflows/runtime/ports";
import { callFetch } from "../call-fetch";

type Fields = ConstructorParameters<typeof ChatOllama>[0] & object & { fetch: Fetch; effort?: Effort };
/** Models of OpenAI's gpt-oss are told how much they think, all others whether. */
export type Effort = true | ReasoningEffort;
type StreamArguments = Parameters<ChatOllama["_streamResponseChunks"]>;
type EventArguments = Parameters<ChatOllama["_streamChatModelEvents"]>;

/** ChatOllama that can be told how much to think. */
class OllamaCall extends ChatOllama {
  constructor(protected readonly fields: Fields) {
    super(fields);
  }

  /** Not by the field of LangChain's, which takes no degrees and gives thoughts out as the answer. */
  override invocationParams(options?: this["ParsedCallOptions"]) {
    const { effort } = this.fields;
    return { ...super.invocationParams(options), ...(effort !== undefined && { think: effort }) };
  }
}

/**
 * ChatOllama that hangs up when a call is stopped, also while the server says nothing, and that knows how long to
 * wait after a refusal: each call gets a client whose requests end with it.
 */
export class OllamaModel extends OllamaCall {
  override _streamResponseChunks(...[messages, options, manager]: StreamArguments) {
    return whole(this.forCall(options.signal)._streamResponseChunks(messages, options, manager));
  }

  override _streamChatModelEvents(...[messages, options, manager]: EventArguments) {
    return whole(this.forCall(options.signal)._streamChatModelEvents(messages, options, manager));
  }

  private forCall(signal: AbortSignal | undefined): ChatOllama {
    return new OllamaCall({ ...this.fields, fetch: callFetch(this.fields.fetch, signal) });
  }
}

/** Says an end too early in the words that every provider has for it. */
async function* whole<Chunk>(stream: AsyncGenerator<Chunk>): AsyncGenerator<Chunk> {
  try {
    yield* stream;
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Did not receive done"))) throw error;
    throw new Error("The answer broke off in the middle.", { cause: error });
  }
}

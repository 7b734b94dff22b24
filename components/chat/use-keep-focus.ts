import type { ConversationState } from "./use-conversation";

/**
 * The same conversation with the focus kept: what a person presses here goes away once it did its work, and would
 * leave them at the top of the page.
 * @param goOn moves the focus to where they go on
 */
export function useKeepFocus(conversation: ConversationState, goOn: () => void): ConversationState {
  const { retry, stop, takeBack, answer } = conversation;
  return {
    ...conversation,
    retry: (turn) => {
      goOn();
      return retry(turn);
    },
    stop: () => {
      goOn();
      return stop();
    },
    takeBack: (turn) => {
      goOn();
      return takeBack(turn);
    },
    answer: async (interruptId, body) => {
      const answered = await answer(interruptId, body);
      goOn();
      return answered;
    },
  };
}

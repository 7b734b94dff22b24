import { signIn } from "next-auth/react";

/**
 * Starts a session.
 * @throws Error with words for the person when the server refuses
 */
export async function signInWithPassword(email: string, password: string): Promise<void> {
  const answer = await signIn("credentials", { email, password, redirect: false });
  if (!answer) throw new Error("The server cannot be reached. Check the connection and try again.");
  if (answer.ok && !answer.error) return;
  // next-auth's own word for a refusal without a reason; anything else was written for people.
  throw new Error(
    answer.error && answer.error !== "CredentialsSignin"
      ? answer.error
      : "This e-mail and password do not belong together. Check both and try again.",
  );
}

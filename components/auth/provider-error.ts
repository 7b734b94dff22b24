/** Words for the codes with which next-auth comes back to the sign-in page after another provider said no. */
export function providerError(code: string | undefined): string | undefined {
  if (!code) return undefined;
  if (code === "AccessDenied") {
    return "This account may not sign in here. Ask an administrator of the workspace for an invitation.";
  }
  if (code === "OAuthAccountNotLinked") {
    return "This e-mail already signs in another way. Use the way you used before.";
  }
  if (code === "SessionRequired") return "Sign in to go on.";
  if (code === "CredentialsSignin") {
    return "This e-mail and password do not belong together. Check both and try again.";
  }
  return "The other service did not confirm who you are. Try again, or sign in another way.";
}

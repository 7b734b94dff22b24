/** Text files by their path inside a project, with `/` between folders. */
export type Files = Readonly<Record<string, string>>;

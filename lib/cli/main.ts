import { Command } from "commander";
import { addAgentCommands } from "./agent-commands";
import { addAgentRun } from "./agent-run";
import { addDoctor } from "./doctor-command";
import { addKeyCommands } from "./key-commands";
import { addUserCommands } from "./user-commands";

const program = new Command("signalbox")
  .description("Does what scripts and operators need without a browser. Reads the same .env as the server.")
  .showHelpAfterError();
addUserCommands(program);
addKeyCommands(program);
addAgentRun(addAgentCommands(program));
addDoctor(program);
await program.parseAsync();

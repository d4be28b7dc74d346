import { Channel } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { commands, type IpcError } from './bindings';

/** What a command answers when it went well; it throws an {@link IpcError} when it did not. */
type Plain<Answer> = Answer extends { status: 'ok'; data: infer Data } ? Data : never;

type PlainCommands = {
  [Name in keyof typeof commands]: (typeof commands)[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Promise<Plain<Answer>>
    : never;
};

/** Commands that answer over a channel, for as long as they take. */
const longCommands = [
  'runStart',
  'compareStart',
  'precisionStart',
  'moneyStart',
  'vacanciesStart',
  'fairnessStart',
  'postsStart',
  'whatIfMove',
  'driversStart',
  'trajectoryStart',
  'fitStart',
  'warmUpStart',
  'guideStart',
  'caseStart',
  'caseExportStart',
] as const;

type LongCommand = (typeof longCommands)[number];

/** Starts something long; the number to stop it by, where it is stopped by number. */
type LongCommands = {
  [Name in LongCommand]: Parameters<(typeof commands)[Name]> extends [infer Request, Channel<infer Event>]
    ? (request: Request, hear: (event: Event) => void) => ReturnType<PlainCommands[Name]>
    : never;
};

/** Everything the window asks of the program. */
export interface Client extends Omit<PlainCommands, LongCommand>, LongCommands {
  /** Hears of an item chosen in the native menu. */
  onMenu(hear: (actionId: string) => void): () => void;
  /** Hears of a project opened from outside: a file that was double-clicked. */
  onOpened(hear: (projectId: string) => void, failed: (error: IpcError) => void): () => void;
}

type Command = (...given: unknown[]) => Promise<{ status: 'ok'; data: unknown } | { status: 'error'; error: IpcError }>;

function plain(command: Command) {
  return async (...given: unknown[]) => {
    const answer = await command(...given);
    if (answer.status === 'error') throw answer.error;
    return answer.data;
  };
}

function hearing<Payload>(event: string, hear: (payload: Payload) => void): () => void {
  const stop = listen<Payload>(event, ({ payload }) => hear(payload));
  return () => void stop.then((unlisten) => unlisten());
}

const plainCommands = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [name, plain(command as unknown as Command)]),
) as unknown as PlainCommands;

/** A long command that tells what it has to say to a function. */
function hearingFrom(name: LongCommand) {
  const begin = plainCommands[name] as (request: unknown, channel: Channel<unknown>) => Promise<unknown>;
  return (request: unknown, hear: (event: unknown) => void) => {
    const channel = new Channel<unknown>();
    channel.onmessage = hear;
    return begin(request, channel);
  };
}

const shell: Client = {
  ...plainCommands,
  ...(Object.fromEntries(longCommands.map((name) => [name, hearingFrom(name)])) as unknown as LongCommands),
  onMenu: (hear) => hearing('menu-action', hear),
  onOpened: (hear, failed) => {
    const stopOpened = hearing('project-opened', hear);
    const stopFailed = hearing('project-open-failed', failed);
    return () => {
      stopOpened();
      stopFailed();
    };
  },
};

let current: Client = shell;

/** The program behind the window. */
export function client(): Client {
  return current;
}

/** Puts another program behind the window: a test's. Gives back how to end that. */
export function withClient(other: Partial<Client>): () => void {
  current = { ...shell, ...other };
  return () => {
    current = shell;
  };
}

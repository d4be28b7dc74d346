import { Channel } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { commands, type IpcError, type RunEvent, type WhatIfEvent } from './bindings';

/** What a command answers when it went well; it throws an {@link IpcError} when it did not. */
type Plain<Answer> = Answer extends { status: 'ok'; data: infer Data } ? Data : never;

type PlainCommands = {
  [Name in keyof typeof commands]: (typeof commands)[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Promise<Plain<Answer>>
    : never;
};

/** Everything the window asks of the program. */
export interface Client extends Omit<PlainCommands, 'runStart' | 'whatIfMove'> {
  /** Starts a run; the number to stop it by. */
  runStart(request: Parameters<typeof commands.runStart>[0], hear: (event: RunEvent) => void): Promise<number>;
  /** Moves figures of an option, and hears what becomes of it for as long as nothing newer is asked. */
  whatIfMove(request: Parameters<typeof commands.whatIfMove>[0], hear: (event: WhatIfEvent) => void): Promise<null>;
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

const shell: Client = {
  ...plainCommands,
  runStart: (request, hear) => {
    const channel = new Channel<RunEvent>();
    channel.onmessage = hear;
    return plainCommands.runStart(request, channel);
  },
  whatIfMove: (request, hear) => {
    const channel = new Channel<WhatIfEvent>();
    channel.onmessage = hear;
    return plainCommands.whatIfMove(request, channel);
  },
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

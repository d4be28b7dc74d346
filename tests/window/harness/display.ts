import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';

/** Screens that nobody sits in front of. */
const firstNumber = 170;

/** Starts a display for the windows, so that the tests neither need a screen nor get in anybody's way. */
export default async function display(): Promise<() => void> {
  let number = firstNumber;
  while (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) number += 1;
  const folder = mkdtempSync(join(tmpdir(), 'pathloom-display-'));
  const screen = ['-screen', '0', '1920x1080x24', '-fbdir', folder];
  const server = spawn('Xvfb', [`:${number}`, ...screen, '-nolisten', 'tcp'], { stdio: 'ignore' });
  await up(server, `/tmp/.X11-unix/X${number}`);
  process.env.DISPLAY = `:${number}`;
  // Where what the display shows can be read.
  process.env.PATHLOOM_FRAMEBUFFER = join(folder, 'Xvfb_screen0');
  return () => void server.kill();
}

async function up(server: ChildProcess, socket: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (existsSync(socket)) return;
    if (server.exitCode !== null) break;
    await rest(50);
  }
  throw new Error('Xvfb did not start: cargo xtask test installs it');
}

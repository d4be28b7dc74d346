import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { Builder, By, Capabilities, Key, until, type WebDriver, type WebElement } from 'selenium-webdriver';
import { writePicture } from './framebuffer.ts';

/** The program under test, built with its pages inside. */
const application = process.env.PATHLOOM_APP ?? fail('PATHLOOM_APP names no program: run cargo xtask test');
/** Stands between the tests and WebKit's driver. */
const driverProgram = process.env.TAURI_DRIVER ?? 'tauri-driver';
/** Pictures of windows, for looking at. */
const picturesFolder = process.env.PATHLOOM_PICTURES ?? join(tmpdir(), 'pathloom-window-pictures');

/** How long to wait for something to appear [ms]; chosen far above what it takes. */
const patience = 20_000;

/** A new empty folder for a library. */
export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'pathloom-home-'));
}

/** What the window is opened on. */
interface Opened {
  home?: string;
  file?: string;
}

/** The real window, as a person sees and uses it. */
export class Window {
  readonly driver: WebDriver;
  readonly home: string;
  readonly #tauriDriver: ChildProcess;

  private constructor(driver: WebDriver, home: string, tauriDriver: ChildProcess) {
    this.driver = driver;
    this.home = home;
    this.#tauriDriver = tauriDriver;
  }

  /** Opens the window on a library, with a file as if it had been double-clicked. */
  static async open(opened: Opened = {}): Promise<Window> {
    // A port that was free a moment ago may be somebody else's by now; then WebKit's driver ends and nobody answers.
    for (let tries = 1; tries < 3; tries += 1) {
      const window = await Window.#opened(opened);
      if (window) return window;
    }
    return (await Window.#opened(opened)) ?? fail('the window did not open: its driver never answered');
  }

  /** The same; none when its driver does not answer. */
  static async #opened({ home = newHome(), file }: Opened): Promise<Window | null> {
    const [driverPort, nativePort] = [await freePort(), await freePort()];
    const tauriDriver = spawn(driverProgram, ['--port', `${driverPort}`, '--native-port', `${nativePort}`], {
      stdio: 'ignore',
      // A group of its own, so that WebKit's driver, which it starts, ends with it.
      detached: true,
      env: { ...process.env, PATHLOOM_HOME: home, WEBKIT_DISABLE_DMABUF_RENDERER: '1', NO_AT_BRIDGE: '1' },
    });
    try {
      await listening(driverPort);
      const capabilities = new Capabilities();
      capabilities.set('browserName', 'wry');
      capabilities.set('tauri:options', { application, ...(file ? { args: [file] } : {}) });
      const building = new Builder()
        .usingServer(`http://127.0.0.1:${driverPort}/`)
        .withCapabilities(capabilities)
        .build();
      const driver = await Promise.race([building, rest(patience, null)]);
      if (driver === null) {
        // What was asked of a driver that ends now fails, and that is known already.
        Promise.resolve(building).catch(() => undefined);
        await ended(tauriDriver);
        return null;
      }
      const window = new Window(driver, home, tauriDriver);
      await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 800 });
      await driver.wait(until.elementLocated(By.css('main h1, main h2')), patience);
      return window;
    } catch (error) {
      await ended(tauriDriver);
      throw error;
    }
  }

  /** Closes the window as a person does. */
  async close(): Promise<void> {
    await this.driver.quit().catch(() => undefined);
    await ended(this.#tauriDriver);
  }

  /** Ends the program without a chance to tidy up, as a power cut does. */
  async kill(): Promise<void> {
    execFileSync('pkill', ['-KILL', '-f', `^${application}`]);
    await this.driver.quit().catch(() => undefined);
    await ended(this.#tauriDriver);
  }

  /** The element that people know by a role and a name: found as assistive technology finds it. */
  async find(role: string, name: string | RegExp): Promise<WebElement> {
    let found: WebElement | null = null;
    await this.driver.wait(
      async () => {
        found = await this.look(role, name);
        return found !== null;
      },
      patience,
      `no ${role} named ${name}`,
    );
    return found ?? fail(`no ${role} named ${name}`);
  }

  /** The same, if it is there now. */
  async look(role: string, name: string | RegExp): Promise<WebElement | null> {
    const pattern = typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags };
    try {
      return await this.driver.executeScript<WebElement | null>(findByRole, role, pattern);
    } catch (error) {
      // Found, and gone before it could be handed over.
      if (error instanceof Error && /Stale/.test(error.name)) return null;
      throw error;
    }
  }

  /** Clicks the element of a role and a name; one that something passing covers (a tooltip) is tried again. */
  async click(role: string, name: string | RegExp): Promise<void> {
    let refusal: unknown;
    for (let tries = 0; tries < 10; tries += 1) {
      const element = await this.find(role, name);
      await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
      try {
        return await element.click();
      } catch (error) {
        if (!(error instanceof Error) || !/Intercepted|Stale|NotInteractable/.test(error.name)) throw error;
        refusal = error;
        await rest(300);
      }
    }
    throw new Error(`the ${role} ${name} could not be clicked`, { cause: refusal });
  }

  /** Puts a value into a field, as if it had been typed. */
  async fill(role: string, name: string | RegExp, value: string): Promise<void> {
    await this.click(role, name);
    const field = await this.find(role, name);
    await this.chord(Key.CONTROL, 'a');
    await field.sendKeys(value, Key.ENTER);
  }

  /** Presses keys where the focus is. */
  async press(...keys: string[]): Promise<void> {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /** Presses keys together: `chord(Key.CONTROL, 'z')`. */
  async chord(...keys: string[]): Promise<void> {
    let actions = this.driver.actions();
    for (const key of keys) actions = actions.keyDown(key);
    for (const key of keys.toReversed()) actions = actions.keyUp(key);
    await actions.perform();
  }

  /** Waits until the page shows some words. */
  async sees(words: string | RegExp): Promise<string> {
    let text = '';
    await this.driver.wait(
      async () => {
        text = await this.text();
        return typeof words === 'string' ? text.includes(words) : words.test(text);
      },
      patience,
      `the page never showed ${words}`,
    );
    return text;
  }

  /** What the page says. */
  async text(): Promise<string> {
    return this.driver.executeScript<string>('return document.body.innerText');
  }

  /** Waits until everything done is on the disk. */
  async saved(): Promise<void> {
    await this.driver.wait(
      async () => /\bSaved\b/.test(await this.text()),
      patience,
      'the window never said that everything is saved',
    );
  }

  /** Keeps a picture of the window. */
  async picture(name: string): Promise<void> {
    mkdirSync(picturesFolder, { recursive: true });
    const { width, height } = await this.driver.manage().window().getRect();
    const framebuffer = process.env.PATHLOOM_FRAMEBUFFER ?? fail('there is no display to take a picture of');
    writePicture(framebuffer, join(picturesFolder, `${name}.png`), Math.min(width, 1920), Math.min(height, 1080));
  }
}

/** Runs in the page: the first visible element of a role with an accessible name, hidden parts left out. */
const findByRole = `
  const [role, pattern] = arguments;
  const selectors = {
    button: 'button, [role=button], input[type=button], summary',
    link: 'a[href], [role=link]',
    heading: 'h1, h2, h3, h4, [role=heading]',
    textbox: 'input:not([type]), input[type=text], input[type=search], textarea, [role=textbox], [role=searchbox]',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    switch: '[role=switch]',
    slider: 'input[type=range], [role=slider]',
    radio: 'input[type=radio], [role=radio]',
    table: 'table, [role=table], [role=grid]',
    dialog: 'dialog, [role=dialog], [role=alertdialog]',
    row: 'tr, [role=row]',
    option: 'option, [role=option]',
  };
  const matches = (name) => {
    const words = name.replace(/\\s+/g, ' ').trim();
    return 'text' in pattern ? words === pattern.text : new RegExp(pattern.source, pattern.flags).test(words);
  };
  const nameOf = (element) => {
    const labelledBy = element.getAttribute('aria-labelledby');
    if (labelledBy) {
      return labelledBy.split(/\\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    }
    const label = element.getAttribute('aria-label');
    if (label) return label;
    if (element.labels && element.labels.length > 0) return [...element.labels].map((one) => one.textContent).join(' ');
    return element.textContent || element.getAttribute('title') || element.getAttribute('placeholder') || '';
  };
  const shown = (element) => {
    if (element.closest('[aria-hidden=true], [inert]')) return false;
    const target = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') ?? element : element;
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(target).visibility !== 'hidden';
  };
  const found = [...document.querySelectorAll(selectors[role] ?? '[role=' + role + ']')]
    .find((element) => shown(element) && matches(nameOf(element)));
  if (!found) return null;
  return found.matches('input[type=radio], input[type=checkbox], [role=switch]') ? found.closest('label') ?? found : found;
`;

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const open = await new Promise<boolean>((answer) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        answer(true);
      });
      socket.once('error', () => answer(false));
    });
    if (open) return;
    await rest(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}

/** Ends a program and what it started, and waits until it has. */
async function ended(child: ChildProcess): Promise<void> {
  const { pid } = child;
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  if (pid === undefined || isOver()) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      // The last of them has just ended.
    }
    for (let tries = 0; tries < 40 && !isOver(); tries += 1) await rest(50);
    if (isOver()) return;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function fail(message: string): never {
  throw new Error(message);
}

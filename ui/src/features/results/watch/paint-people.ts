import { gone, kept, type Playback, underWay, waiting } from './playback';
import type { Scene } from './scene';

/** Colours as the page has them now. */
export interface PeopleColours {
  waiting: string;
  underWay: string;
  kept: string;
  followed: string;
  ground: string;
}

export function coloursOf(element: Element): PeopleColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    waiting: colour('--load-tight'),
    underWay: colour('--accent'),
    kept: colour('--danger'),
    followed: colour('--ink'),
    ground: colour('--card'),
  };
}

interface Picture {
  scene: Scene;
  playback: Playback;
  colours: PeopleColours;
  walkDays: number;
  followed: number | null;
}

/** Paints everybody where they are: thousands of small squares, in one stroke of the brush for each colour. */
export function paintPeople(brush: CanvasRenderingContext2D, picture: Picture): void {
  const { scene, playback, colours, walkDays, followed } = picture;
  brush.clearRect(0, 0, scene.width, scene.height);
  const size = Math.max(scene.dot * 0.72, 1.5);
  const paths = { [waiting]: new Path2D(), [underWay]: new Path2D(), [kept]: new Path2D(), [gone]: new Path2D() };
  const put = (doing: number, x: number, y: number) =>
    paths[doing as keyof typeof paths].rect(x - size / 2, y - size / 2, size, size);

  for (let step = 0; step < scene.cards.length; step += 1) {
    for (const doing of [waiting, underWay, kept]) {
      const before = doing === kept ? playback.pile(step, underWay).length : 0;
      for (const [place, person] of playback.pile(step, doing).entries()) {
        if (!scene.isDrawn(step, doing, before + place)) break;
        if (playback.isOnTheWay(person, walkDays)) continue;
        const { x, y } = scene.spotOf(step, doing, before + place);
        put(doing, x, y);
      }
    }
  }
  playback.eachOnTheWay(walkDays, (person, doing) => {
    const point = playback.pointOf(person, walkDays);
    if (point) put(doing, point.x, point.y);
  });
  const fills = {
    [waiting]: colours.waiting,
    [underWay]: colours.underWay,
    [kept]: colours.kept,
    [gone]: colours.underWay,
  };
  for (const doing of [waiting, underWay, kept, gone] as const) {
    brush.fillStyle = fills[doing];
    brush.fill(paths[doing]);
  }
  if (followed !== null) paintFollowed(brush, picture, followed);
}

/** A ring that is found at once, whatever lies under it. */
function paintFollowed(brush: CanvasRenderingContext2D, picture: Picture, person: number): void {
  const { playback, colours, walkDays } = picture;
  const point = playback.pointOf(person, walkDays);
  if (!point) return;
  const ring = (radius: number, width: number, colour: string) => {
    brush.beginPath();
    brush.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    brush.lineWidth = width;
    brush.strokeStyle = colour;
    brush.stroke();
  };
  ring(8, 5, colours.ground);
  ring(8, 2.5, colours.followed);
}

import { longQuestions } from '@/document/long-question';
import type { PostsReply, PostsRequest, Trying } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** How many posts? */
export const postsQuestions = longQuestions<PostsRequest, Trying, PostsReply>((request, hear) =>
  client().postsStart(request, hear),
);

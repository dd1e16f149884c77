import {
  apiKeysInput,
  apiKeysOutput,
  createApiKeyInput,
  createApiKeyOutput,
  membersOutput,
  meOutput,
  organizationInput,
  organizationOutput,
  renameProjectInput,
  revokeApiKeyInput,
  thresholdInput,
  updateNameInput,
} from '@lead-credits/contract';
import { people } from '@lead-credits/core';
import { procedure, router } from '../trpc.ts';

export const peopleRouter = router({
  me: procedure.output(meOutput).query(({ ctx }) => people.readMe(ctx.ctx)),
  updateName: procedure
    .input(updateNameInput)
    .output(meOutput)
    .mutation(({ ctx, input }) => people.updateName(ctx.ctx, input)),
  organization: procedure
    .input(organizationInput)
    .output(organizationOutput)
    .query(({ ctx, input }) => people.readOrganization(ctx.ctx, input)),
  members: procedure
    .input(organizationInput)
    .output(membersOutput)
    .query(({ ctx, input }) => people.listMembers(ctx.ctx, input)),
  renameProject: procedure
    .input(renameProjectInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => people.renameProject(ctx.ctx, input)),
  setThreshold: procedure
    .input(thresholdInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => people.setThreshold(ctx.ctx, input)),
  apiKeys: procedure
    .input(apiKeysInput)
    .output(apiKeysOutput)
    .query(({ ctx, input }) => people.listApiKeys(ctx.ctx, input)),
  createApiKey: procedure
    .input(createApiKeyInput)
    .output(createApiKeyOutput)
    .mutation(({ ctx, input }) => people.createApiKey(ctx.ctx, input)),
  revokeApiKey: procedure
    .input(revokeApiKeyInput)
    .output(apiKeysOutput)
    .mutation(({ ctx, input }) => people.revokeApiKey(ctx.ctx, input)),
});

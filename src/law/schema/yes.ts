import { z } from 'zod'

/**
 * What a yes to a question means, if not that the law covers the substance: that it does not ("... and so outside the
 * act?"), or neither, where the question is which of two.
 */
export const yes = z.enum(['does not cover', 'neither']).optional()

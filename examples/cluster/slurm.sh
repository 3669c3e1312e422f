#!/bin/sh
# An archive on a Slurm cluster: one shard for each task of the array, all on one output.
#
#   ARCHIVE=/data/articles OUT=/data/editions sbatch --array=1-64 slurm.sh
#
# Give it again after a failure or a change: every shard skips what is valid.
# When all have ended: lisible report "$OUT"
#
#SBATCH --job-name=lisible
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --requeue
set -eu
exec lisible batch "${ARCHIVE:?name the folder of the articles}" \
    -o "${OUT:?name the folder of the editions}" \
    --shard "${SLURM_ARRAY_TASK_ID:?give it to sbatch with --array=1-N}/${SLURM_ARRAY_TASK_COUNT:?}" \
    --workers "${SLURM_CPUS_PER_TASK:-1}" \
    --plain "$@"

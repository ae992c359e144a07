package org.huiyin.sheet;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.huiyin.frame.Page;
import org.huiyin.frame.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Runs the phases of jobs, two at a time on each machine, and writes down how far they are and what came of them. */
@Component
class JobRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
    private static final int AT_ONCE = 2;
    private static final long BEAT_NANOS = 400_000_000L;

    private final Jobs jobs;
    private final JsonMapper json;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    JobRuns(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** What came of a phase: how it ended, and what is to be shown of it. */
    record Ended(Job.State state, Object result) {}

    /** The work of a phase. */
    interface Work {
        Ended run(Exports.Progress progress) throws Exception;
    }

    /** Somebody wanted it to stop; whoever works undoes what is not stored yet and lets it pass. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /** Begins in the background. */
    void go(Page page, long job, Work work) {
        Thread.ofVirtual().name("sheet-" + job).start(() -> run(page, job, work));
    }

    private void run(Page page, long job, Work work) {
        Beating beating = new Beating(job);
        try {
            while (!turns.tryAcquire(1, java.util.concurrent.TimeUnit.SECONDS)) {
                beating.at(0, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (Stopped stopped) {
            jobs.end(job, Job.State.STOPPED, "{}");
            return;
        }
        try {
            Ended ended = work.run(beating);
            jobs.end(job, ended.state(), json.writeValueAsString(ended.result()));
        } catch (Stopped stopped) {
            jobs.end(job, Job.State.STOPPED, "{}");
        } catch (Unreadable unreadable) {
            end(job, page.t(unreadable.key(), unreadable.arguments()));
        } catch (ProblemException refused) {
            end(job, refused.problem().why(page));
        } catch (TooManyRows full) {
            end(job, page.t("sheet.too-many-rows", full.most()));
        } catch (Exception e) {
            LOG.error("Job {} ended half-way; nothing of it is stored", job, e);
            end(job, page.t("sheet.failed", job));
        } finally {
            turns.release();
        }
    }

    private void end(long job, String why) {
        jobs.end(job, Job.State.FAILED, json.writeValueAsString(Map.of("why", why)));
    }

    private final class Beating implements Exports.Progress {

        private final long job;
        private long beaten = System.nanoTime() - BEAT_NANOS;

        Beating(long job) {
            this.job = job;
        }

        @Override
        public void at(long rows, long expected) {
            if (System.nanoTime() - beaten < BEAT_NANOS) {
                return;
            }
            beaten = System.nanoTime();
            if (jobs.beat(job, rows, expected)) {
                throw new Stopped();
            }
        }
    }
}

package org.huiyin.activity;

import java.util.List;
import org.huiyin.frame.Options;

/** A day of somebody who is out: what they have to do, and what they can begin. */
public record MyDayView(String day, List<ActivityRow> today, List<ActivityRow> next, List<Options.Option> begin) {}

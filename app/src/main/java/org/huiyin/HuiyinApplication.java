package org.huiyin;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application, started by the command line once its database answers. */
@SpringBootApplication
public class HuiyinApplication {}

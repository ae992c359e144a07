package org.huiyin.bench;

import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.jspecify.annotations.Nullable;

/**
 * The same seven steps as a process of six user tasks on Flowable, with its default history: the start is the first step, completing a task each of
 * the others. Whoever completes a task has to know its id, so finding it belongs to the step.
 */
final class FlowableSteps implements Load.Caller {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="huiyin">
              <process id="loop">
                <startEvent id="raise"/>
                <sequenceFlow id="f1" sourceRef="raise" targetRef="dispatch"/>
                <userTask id="dispatch" flowable:assignee="office"/>
                <sequenceFlow id="f2" sourceRef="dispatch" targetRef="sign"/>
                <userTask id="sign" flowable:assignee="unit"/>
                <sequenceFlow id="f3" sourceRef="sign" targetRef="contact"/>
                <userTask id="contact" flowable:assignee="unit"/>
                <sequenceFlow id="f4" sourceRef="contact" targetRef="conclude"/>
                <userTask id="conclude" flowable:assignee="unit"/>
                <sequenceFlow id="f5" sourceRef="conclude" targetRef="answer"/>
                <userTask id="answer" flowable:assignee="head"/>
                <sequenceFlow id="f6" sourceRef="answer" targetRef="rate"/>
                <userTask id="rate" flowable:assignee="raiser"/>
                <sequenceFlow id="f7" sourceRef="rate" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """;

    private final ProcessEngine engine;
    private @Nullable String instance;

    FlowableSteps(ProcessEngine engine) {
        this.engine = engine;
    }

    /** An engine with its own tables in this database. */
    static ProcessEngine engine(DataSource database) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("loop.bpmn20.xml", PROCESS)
                .deploy();
        return engine;
    }

    @Override
    public void once() {
        if (instance == null) {
            Map<String, Object> fields = Map.copyOf(Loop.raised("421002001001"));
            instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("loop", fields)
                    .getId();
            return;
        }
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of("answer", "经现场核实，已完成修补，现已恢复通行。"));
        if (task.getTaskDefinitionKey().equals("rate")) {
            instance = null;
        }
    }
}

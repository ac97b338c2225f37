import { $ as onMounted, At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, L as computed, P as Fragment, R as createBaseVNode, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, a as useNotices, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, n as AppButton_default, nt as openBlock, r as AppIcon_default, s as useApi, t as PageHeader_default, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { a as useTasks, i as ErrorPanel_default, r as TaskProgress_default } from "./index-5uOnG9Lo.js";
// src-renderer/machine/BackendCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = ["data-backend", "data-available"];
var _hoisted_2$2 = { class: "row spread" };
var _hoisted_3$2 = {
	key: 0,
	class: "small quiet"
};
var _hoisted_4$2 = { key: 1 };
var _hoisted_5$2 = {
	key: 0,
	class: "quiet"
};
var _hoisted_6$1 = {
	key: 2,
	class: "small"
};
var _hoisted_7 = {
	key: 3,
	class: "small quiet"
};
var _hoisted_8 = {
	key: 4,
	class: "speed"
};
var _hoisted_9 = { class: "num" };
var _hoisted_10 = { class: "small quiet" };
// src-renderer/machine/BackendCard.vue
var BackendCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "BackendCard",
	props: { backend: {} },
	setup(__props) {
		const { t, te, f } = useText();
		const names = {
			tensorflow: "TensorFlow",
			webgpu: "WebGPU",
			wasm: "WebAssembly",
			cpu: "JavaScript"
		};
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("article", {
				class: "card backend",
				"data-test": "backend",
				"data-backend": __props.backend.name,
				"data-available": __props.backend.available
			}, [
				createBaseVNode("div", _hoisted_2$2, [createBaseVNode("h3", null, toDisplayString(names[__props.backend.name]), 1), createBaseVNode("span", { class: normalizeClass(["state small", {
					on: __props.backend.chosen,
					off: !__props.backend.available
				}]) }, toDisplayString(unref(t)(__props.backend.chosen ? "machine.inUse" : __props.backend.available ? "machine.ready" : "machine.notReady")), 3)]),
				unref(te)(`machine.about.${__props.backend.name}`) ? (openBlock(), createElementBlock("p", _hoisted_3$2, toDisplayString(unref(t)(`machine.about.${__props.backend.name}`)), 1)) : createCommentVNode("", true),
				__props.backend.device ? (openBlock(), createElementBlock("p", _hoisted_4$2, [createTextVNode(toDisplayString(__props.backend.device), 1), __props.backend.version ? (openBlock(), createElementBlock("span", _hoisted_5$2, " · " + toDisplayString(__props.backend.version), 1)) : createCommentVNode("", true)])) : createCommentVNode("", true),
				__props.backend.problem ? (openBlock(), createElementBlock("p", _hoisted_6$1, toDisplayString(__props.backend.problem), 1)) : createCommentVNode("", true),
				__props.backend.hint ? (openBlock(), createElementBlock("p", _hoisted_7, toDisplayString(__props.backend.hint), 1)) : createCommentVNode("", true),
				__props.backend.imagesPerSecond !== null ? (openBlock(), createElementBlock("p", _hoisted_8, [createBaseVNode("strong", _hoisted_9, toDisplayString(unref(f).number(Math.round(__props.backend.imagesPerSecond))), 1), createBaseVNode("span", _hoisted_10, toDisplayString(unref(t)("machine.imagesPerSecond")), 1)])) : createCommentVNode("", true)
			], 8, _hoisted_1$2);
		};
	}
}), [["__scopeId", "data-v-b8590f83"]]);
// src-renderer/machine/diagnostics.ts
function diagnostics(report) {
	return [
		`Cotejo ${report.cotejo} · Node ${report.node} · ${report.platform}`,
		`${report.cpu}, ${report.cores} cores, ${(report.memoryBytes / 1e9).toFixed(1)} GB`,
		`GPU: ${report.gpus.join(", ") || "none found"}`,
		...report.backends.map((one) => [
			`${one.chosen ? "*" : "-"} ${one.name}`,
			one.available ? one.device ?? "available" : `not available: ${one.problem ?? ""}`,
			one.version ?? "",
			one.imagesPerSecond ? `${Math.round(one.imagesPerSecond)} images/s` : ""
		].filter(Boolean).join(" · ")),
		...report.warnings.map((warning) => `! ${warning}`)
	].join("\n").replace(/(\/home\/|\/Users\/|\\Users\\)[^/\\\s]+/g, "$1…");
}
// src-renderer/machine/PackCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["data-pack", "data-installed"];
var _hoisted_2$1 = { class: "row wrap spread" };
var _hoisted_3$1 = { class: "small quiet num" };
var _hoisted_4$1 = { class: "small quiet" };
var _hoisted_5$1 = {
	key: 0,
	class: "small"
};
// src-renderer/machine/PackCard.vue
var PackCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "PackCard",
	props: { pack: {} },
	emits: ["changed"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		const api = useApi();
		const tasks = useTasks();
		const notices = useNotices();
		const { t, f } = useText();
		const purpose = computed(() => `install:${props.pack.name}`);
		const task = computed(() => tasks.byPurpose(purpose.value));
		const size = computed(() => {
			const bytes = props.pack.installed ? props.pack.bytes : props.pack.downloadBytes;
			return bytes === null ? "" : f.value.bytes(bytes);
		});
		async function change(call) {
			const title = call === "engine.install" ? "machine.installing" : "machine.removing";
			try {
				await tasks.run(purpose.value, title, { name: t(`machine.packs.${props.pack.name}`) }, (options) => api.call(call, { pack: props.pack.name }, options));
			} catch (error) {
				notices.error(error);
			}
			emit("changed");
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("article", {
				class: "card pack",
				"data-test": "pack",
				"data-pack": __props.pack.name,
				"data-installed": __props.pack.installed
			}, [
				createBaseVNode("div", _hoisted_2$1, [createBaseVNode("div", null, [createBaseVNode("h3", null, toDisplayString(unref(t)(`machine.packs.${__props.pack.name}`)), 1), createBaseVNode("p", _hoisted_3$1, toDisplayString([__props.pack.version, size.value].filter(Boolean).join(" · ")), 1)]), __props.pack.installed ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					small: "",
					kind: "danger",
					disabled: !!task.value,
					"data-test": "remove-pack",
					onClick: _cache[0] || (_cache[0] = ($event) => change("engine.remove"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("common.remove")), 1)]),
					_: 1
				}, 8, ["disabled"])) : (openBlock(), createBlock(AppButton_default, {
					key: 1,
					small: "",
					disabled: !!task.value || !__props.pack.possible,
					"data-test": "install-pack",
					onClick: _cache[1] || (_cache[1] = ($event) => change("engine.install"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("machine.install")), 1)]),
					_: 1
				}, 8, ["disabled"]))]),
				createBaseVNode("p", _hoisted_4$1, toDisplayString(unref(t)(`machine.packAbout.${__props.pack.name}`)), 1),
				__props.pack.problem ? (openBlock(), createElementBlock("p", _hoisted_5$1, toDisplayString(__props.pack.problem) + " " + toDisplayString(__props.pack.hint), 1)) : createCommentVNode("", true),
				task.value ? (openBlock(), createBlock(TaskProgress_default, {
					key: 1,
					task: task.value
				}, null, 8, ["task"])) : createCommentVNode("", true)
			], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-8c34237f"]]);
// src-renderer/views/MachineView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "parts" };
var _hoisted_2 = {
	key: 2,
	class: "quiet"
};
var _hoisted_3 = { class: "grid" };
var _hoisted_4 = { class: "quiet" };
var _hoisted_5 = { class: "grid" };
var _hoisted_6 = { class: "card facts" };
// src-renderer/views/MachineView.vue
var MachineView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "MachineView",
	setup(__props) {
		const api = useApi();
		const tasks = useTasks();
		const notices = useNotices();
		const { t, f } = useText();
		const report = ref(null);
		const packs = ref([]);
		const error = ref(null);
		const measuring = computed(() => tasks.byPurpose("measure"));
		async function look(measure) {
			error.value = null;
			try {
				report.value = await tasks.run(measure ? "measure" : "doctor", measure ? "machine.measuring" : "machine.looking", {}, (options) => api.call("app.doctor", { measure }, options));
			} catch (thrown) {
				if (thrown.code !== "cancelled") error.value = thrown;
			}
		}
		const refreshPacks = async () => {
			try {
				packs.value = await api.call("engine.packs", {});
			} catch (thrown) {
				notices.error(thrown);
			}
		};
		const packChanged = async () => {
			await Promise.all([refreshPacks(), look(false)]);
		};
		onMounted(packChanged);
		const facts = computed(() => {
			const now = report.value;
			if (!now) return [];
			return [
				[t("machine.cpu"), `${now.cpu} · ${t("machine.cores", { n: now.cores }, now.cores)}`],
				[t("machine.memory"), f.value.bytes(now.memoryBytes)],
				[t("machine.gpu"), now.gpus.join(", ") || t("machine.noGpu")],
				[t("machine.system"), now.platform],
				[t("machine.library"), now.library],
				...now.libraryFreeBytes === null ? [] : [[t("machine.free"), f.value.bytes(now.libraryFreeBytes)]],
				[t("machine.versions"), `Cotejo ${now.cotejo} · Node ${now.node}`]
			];
		});
		async function copy() {
			try {
				await navigator.clipboard.writeText(diagnostics(report.value));
				notices.done("machine.copied");
			} catch (thrown) {
				notices.error(thrown);
			}
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(PageHeader_default, {
				title: unref(t)("machine.title"),
				lead: unref(t)("machine.lead")
			}, {
				default: withCtx(() => [createVNode(AppButton_default, {
					icon: "copy",
					kind: "quiet",
					disabled: !report.value,
					"data-test": "copy-diagnostics",
					onClick: copy
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("machine.copy")), 1)]),
					_: 1
				}, 8, ["disabled"]), createVNode(AppButton_default, {
					kind: "primary",
					disabled: !report.value || !!measuring.value,
					"data-test": "measure",
					onClick: _cache[0] || (_cache[0] = ($event) => look(true))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("machine.measure")), 1)]),
					_: 1
				}, 8, ["disabled"])]),
				_: 1
			}, 8, ["title", "lead"]), createBaseVNode("div", _hoisted_1, [
				error.value ? (openBlock(), createBlock(ErrorPanel_default, {
					key: 0,
					error: error.value
				}, null, 8, ["error"])) : createCommentVNode("", true),
				measuring.value ? (openBlock(), createBlock(TaskProgress_default, {
					key: 1,
					task: measuring.value
				}, null, 8, ["task"])) : createCommentVNode("", true),
				!report.value && !error.value ? (openBlock(), createElementBlock("p", _hoisted_2, toDisplayString(unref(t)("machine.looking")), 1)) : createCommentVNode("", true),
				report.value ? (openBlock(), createElementBlock(Fragment, { key: 3 }, [
					(openBlock(true), createElementBlock(Fragment, null, renderList(report.value.warnings, (warning) => {
						return openBlock(), createElementBlock("p", {
							key: warning,
							class: "warning"
						}, [createVNode(AppIcon_default, { name: "info" }), createTextVNode(" " + toDisplayString(warning), 1)]);
					}), 128)),
					createBaseVNode("h2", null, toDisplayString(unref(t)("machine.backends")), 1),
					createBaseVNode("div", _hoisted_3, [(openBlock(true), createElementBlock(Fragment, null, renderList(report.value.backends, (backend) => {
						return openBlock(), createBlock(BackendCard_default, {
							key: backend.name,
							backend
						}, null, 8, ["backend"]);
					}), 128))]),
					packs.value.length ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [
						createBaseVNode("h2", null, toDisplayString(unref(t)("machine.packsTitle")), 1),
						createBaseVNode("p", _hoisted_4, toDisplayString(unref(t)("machine.packsText")), 1),
						createBaseVNode("div", _hoisted_5, [(openBlock(true), createElementBlock(Fragment, null, renderList(packs.value, (pack) => {
							return openBlock(), createBlock(PackCard_default, {
								key: pack.name,
								pack,
								onChanged: packChanged
							}, null, 8, ["pack"]);
						}), 128))])
					], 64)) : createCommentVNode("", true),
					createBaseVNode("h2", null, toDisplayString(unref(t)("machine.facts")), 1),
					createBaseVNode("dl", _hoisted_6, [(openBlock(true), createElementBlock(Fragment, null, renderList(facts.value, ([name, value]) => {
						return openBlock(), createElementBlock("div", { key: name }, [createBaseVNode("dt", null, toDisplayString(name), 1), createBaseVNode("dd", null, toDisplayString(value), 1)]);
					}), 128))])
				], 64)) : createCommentVNode("", true)
			])], 64);
		};
	}
}), [["__scopeId", "data-v-8aaa6756"]]);
export { MachineView_default as default };

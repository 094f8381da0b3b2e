// RDKit's Emscripten loader makes functions from text, which the policy of the page forbids. Each of the two places is
// replaced by an equivalent function; the build fails if one is not found.

const places = [
  [
    'return new Function(args1,invokerFnBody)',
    `return (${methodInvoker})(argTypes,isClassMethodFunc,returns,needsDestructorStack,useStackFrame)`,
  ],
  [
    'new Function(Object.keys(captures),functionBody)(...Object.values(captures))',
    `(${valueInvoker})(kind,retType.isVoid,argFromPtr,GenericWireTypeSize,captures)`,
  ],
]

/** The bundler plugin. */
export const withoutEval = {
  name: 'without eval',
  transform(code, id) {
    if (!id.endsWith('RDKit_minimal.js')) return null
    return places.reduce((text, [found, replaced]) => {
      if (text.split(found).length !== 2) throw new Error(`RDKit's loader no longer has: ${found}`)
      return text.replace(found, () => replaced)
    }, code)
  },
}

/** Replaces the text of `createJsInvoker`: takes the arguments of the text, in its order. */
function methodInvoker(argTypes, isMethod, returns, needsDestructors, usesStack) {
  return (_name, _throw, invoker, fn, runDestructors, fromWire, toThis, ...rest) => {
    const [save, restore] = usesStack ? rest.splice(0, 2) : []
    const count = argTypes.length - 2
    const toWire = rest.slice(0, count)
    const destroy = rest.slice(count)
    return function (...args) {
      const destructors = needsDestructors ? [] : null
      const stack = usesStack ? save() : 0
      const wired = [fn]
      let value
      try {
        if (isMethod) wired.push(toThis(destructors, this))
        for (let i = 0; i < count; i++) wired.push(toWire[i](destructors, args[i]))
        value = invoker(...wired)
      } finally {
        if (usesStack) restore(stack)
      }
      if (needsDestructors) runDestructors(destructors)
      else {
        let next = 0
        for (let i = isMethod ? 1 : 2; i < argTypes.length; i++)
          if (argTypes[i].destructorFunction !== null) destroy[next++](wired[isMethod ? i : i - 1])
      }
      return returns ? fromWire(value) : undefined
    }
  }
}

/** Replaces the text of `__emval_create_invoker`. */
function valueInvoker(kind, isVoid, argFromPtr, size, captures) {
  return (handle, methodName, destructorsRef, args) => {
    const values = argFromPtr.map((read, i) => read(args + i * size))
    const { toValue, getStringOrSymbol, toReturnWire, emval_returnValue } = captures
    const call = [
      () => toValue(handle)(...values),
      () => toValue(handle)[getStringOrSymbol(methodName)](...values),
      () => new (toValue(handle))(...values),
      () => values.at(-1),
    ][kind]
    const result = call()
    return isVoid ? undefined : emval_returnValue(toReturnWire, destructorsRef, result)
  }
}
